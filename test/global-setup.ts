import type {} from "vitest";
import type { TestProject } from "vitest/node";
import { startMockServer } from "../src/mock.js";
import { startPrism } from "../scripts/prism/start-prism.js";

declare module "vitest" {
  interface ProvidedContext {
    prismUrl: string;
    mockUrl: string;
  }
}

/** One Prism and one mock for the whole run. Through neither can tests disturb each other, as long as none calls `next`. */
export default async function setup(project: TestProject) {
  let output = "";
  const prism = await startPrism({
    onLog: (text) => (output = (output + text).slice(-2000)),
  });
  const died = () => {
    console.error(
      `Prism died in the middle of the run. It printed last:\n${output}`,
    );
    process.exitCode = 1;
    void project.vitest.cancelCurrentRun("test-failure");
  };
  prism.process.once("exit", died);
  project.provide("prismUrl", prism.url);
  const mock = await startMockServer();
  project.provide("mockUrl", mock.url);
  return async () => {
    prism.process.off("exit", died);
    await Promise.all([prism.stop(), mock.close()]);
  };
}
