import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/tools/*.test.ts"],
    // Several tools print as they go.
    silent: "passed-only",
    testTimeout: 60_000,
  },
});
