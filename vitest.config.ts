import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Mode → tests that take long, and have a command of their own. */
const SLOW = {
  drill: "test/generate/drill.test.ts",
  verify: "test/verify/**",
};

export default defineConfig(({ mode }) => ({
  // The README's samples import the package by its name.
  resolve: {
    alias: [
      {
        find: /^kwik-portal-link$/,
        replacement: `${import.meta.dirname}/src/index.ts`,
      },
      {
        find: /^kwik-portal-link\/(validate|mock)$/,
        replacement: `${import.meta.dirname}/src/$1.ts`,
      },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [
      ...Object.entries(SLOW)
        .filter(([own]) => own !== mode)
        .map(([, pattern]) => pattern),
      "test/package.test.ts",
      "test/dockerfile.test.ts",
      "test/examples/billing-button.test.ts",
      "test/consumers/**",
      "test/mutation/**",
      "test/runtimes/**",
      "test/docs/**",
      "test/tools/**",
      "test/matrix/**",
    ],
    globalSetup: ["test/global-setup.ts"],
    // Many tests wait for a process, which leaves a core idle.
    maxWorkers: availableParallelism(),
    // Many tests start processes: these fit a slow and busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    typecheck: {
      enabled: true,
      include: ["test/**/*.test-d.ts"],
      tsconfig: "test/client/tsconfig.json",
    },
  },
}));
