import { defineConfig } from "vitest/config";

/** The tests of the client that start no process: they run again for each mutant. */
export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: {
    include: [
      "test/client/*.test.ts",
      "test/contract/{basic-auth,judge-response,text}.test.ts",
    ],
    // A mutant that hangs is noticed sooner.
    testTimeout: 4000,
    exclude: ["test/client/hovers.test.ts", "test/client/any-server.test.ts"],
  },
});
