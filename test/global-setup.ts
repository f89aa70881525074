import type {} from "vitest";
import type { TestProject } from "vitest/node";
import { startPrism } from "./prism.js";

declare module "vitest" {
  interface ProvidedContext {
    prismUrl: string;
  }
}

/** One Prism for the whole run: it keeps no state, so tests cannot disturb each other through it. */
export default async function setup(project: TestProject) {
  let output = "";
  const prism = await startPrism({
    onLog: (text) => (output = (output + text).slice(-2000)),
  });
  const died = () => {
    console.error(
      `The mock died in the middle of the run. It printed last:\n${output}`,
    );
    process.exitCode = 1;
    void project.vitest.cancelCurrentRun("test-failure");
  };
  prism.process.once("exit", died);
  project.provide("prismUrl", prism.url);
  return () => {
    prism.process.off("exit", died);
    return prism.stop();
  };
}
