import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/matrix/*.test.ts"],
    globalSetup: ["test/matrix/install-package.ts"],
    reporters: ["verbose"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
