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
  const prism = await startPrism();
  project.provide("prismUrl", prism.url);
  return prism.stop;
}
