import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
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
      "test/package.test.ts",
      "test/consumers/**",
      "test/verify/**",
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
});
