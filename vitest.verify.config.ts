import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/verify/*.test.ts"],
    globalSetup: ["test/global-setup.ts"],
    testTimeout: 120_000,
  },
});
