import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "test/package.test.ts",
      "test/dockerfile.test.ts",
      "test/examples/billing-button.test.ts",
    ],
    globalSetup: ["test/global-setup.ts", "test/pack.ts"],
    // Installing from the registry takes as long as it takes.
    testTimeout: 300_000,
    hookTimeout: 180_000,
  },
});
