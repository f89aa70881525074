import { availableParallelism } from "node:os";
import { defineConfig, type ViteUserConfig } from "vitest/config";

type Run = NonNullable<ViteUserConfig["test"]>;

const servers = "test/global-setup.ts";

/** Mode → the tests of a command of their own: slow ones, and those that need a browser, the registry or packages of their own. */
const RUNS: Record<string, Run> = {
  drill: { include: ["test/generate/drill.test.ts"], globalSetup: servers },
  verify: { include: ["test/verify/*.test.ts"], globalSetup: servers },
  docs: { include: ["test/docs/*.test.ts"], globalSetup: servers },
  package: {
    include: [
      "test/package.test.ts",
      "test/dockerfile.test.ts",
      "test/examples/billing-button.test.ts",
      "test/release/{release-workflow,check-semver,types-bump}.test.ts",
    ],
    globalSetup: [servers, "test/pack.ts"],
    // Installing from the registry takes as long as it takes.
    testTimeout: 300_000,
    hookTimeout: 180_000,
  },
  lighthouse: { include: ["test/docs/lighthouse/*.test.ts"] },
  matrix: {
    include: ["test/matrix/*.test.ts"],
    globalSetup: "test/matrix/install-package.ts",
    reporters: ["verbose"],
  },
  frameworks: {
    include: ["test/matrix/consumer/frameworks/*.test.ts"],
    globalSetup: "test/matrix/install-package.ts",
    reporters: ["verbose"],
  },
  // Several tools print as they go.
  tools: { include: ["test/tools/*.test.ts"], silent: "passed-only" },
};

/** The runs that install the tarball where Node finds it by its name. */
const INSTALLED = ["matrix", "frameworks"];

/** All the rest: `npm test`. */
const rest: Run = {
  // The README's sample for vitest is among them.
  include: [
    "test/**/*.test.ts",
    "test/matrix/consumer/vitest/portal-link.test.js",
  ],
  exclude: [
    "test/matrix/consumer/jest/**",
    "test/mutation/**",
    "**/node_modules/**",
    ...Object.values(RUNS).flatMap(({ include = [] }) => include),
  ],
  globalSetup: servers,
  typecheck: {
    enabled: true,
    include: ["test/**/*.test-d.ts"],
    tsconfig: "test/client/tsconfig.json",
  },
};

export default defineConfig(({ mode }) => ({
  // The README's samples import the package by its name. Where the tarball is installed, they get that.
  resolve: {
    alias: INSTALLED.includes(mode)
      ? []
      : [
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
