import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/verify/*.test.ts"],
    globalSetup: ["test/global-setup.ts"],
    // Each provider takes a process of Redocly CLI.
    maxConcurrency: availableParallelism(),
    testTimeout: 60_000,
  },
});
