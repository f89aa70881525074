import { availableParallelism } from "node:os";
import { defineConfig, type ViteUserConfig } from "vitest/config";

type Run = NonNullable<ViteUserConfig["test"]>;

const servers = "test/global-setup.ts";

/** Mode → the tests of a command of their own: they need a browser, the registry, or packages of their own. */
const RUNS: Record<string, Run> = {
  docs: {
    include: [
      "test/docs/*.test.ts",
      "test/guides/other-languages.test.ts",
      "test/mock/pages.test.ts",
    ],
  },
  package: {
    include: ["test/package/*.test.ts"],
    globalSetup: "test/package/pack.ts",
  },
  matrix: {
    include: ["test/matrix/*.test.ts"],
    globalSetup: "test/package/pack.ts",
    // It installs from git, which builds the package.
    testTimeout: 600_000,
  },
};

/** All the rest: `npm test`. */
const rest: Run = {
  include: ["test/**/*.test.ts"],
  exclude: [
    "**/node_modules/**",
    ...Object.values(RUNS).flatMap(({ include = [] }) => include),
  ],
  globalSetup: servers,
  // They start sooner than processes.
  pool: "threads",
  typecheck: {
    enabled: true,
    include: ["test/**/*.test-d.ts"],
    tsconfig: "test/client/tsconfig.json",
  },
};

export default defineConfig(({ mode }) => ({
  // Samples import the package by its name.
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
    // Many tests wait for a process, which leaves a core idle.
    maxWorkers: availableParallelism(),
    // Many tests start processes: these fit a slow and busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    ...(RUNS[mode] ?? rest),
  },
}));
