import { defineConfig } from "@playwright/test";

export default defineConfig({
  webServer: [
    {
      command: "npx kwik-portal-link mock",
      url: "http://127.0.0.1:4010/__mock/health",
    },
    {
      command: "npm start",
      url: "http://127.0.0.1:3000",
      env: { KWIK_BASE_URL: "http://127.0.0.1:4010" },
    },
  ],
  use: { baseURL: "http://127.0.0.1:3000" },
});
