import { defineConfig } from "vitest/config";

const root = `${import.meta.dirname}/../..`;

/** What needs packages of its own: other runtimes, proxies, simulated browsers, telemetry. */
export default defineConfig({
  root,
  resolve: {
    alias: [
      { find: /^kwik-portal-link$/, replacement: `${root}/src/index.ts` },
      { find: /^kwik-portal-link\/mock$/, replacement: `${root}/src/mock.ts` },
    ],
  },
  test: { include: ["test/runtimes/*.test.ts"], testTimeout: 60_000 },
});
