// @ts-nocheck
import { defineConfig } from "vitest/config";

/** The tests of the mock that start no process: they run again for each mutant. */
export default defineConfig({
  root: `${import.meta.dirname}/../..`,
  test: { include: ["test/mock/*.test.ts"] },
});
