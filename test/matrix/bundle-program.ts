import { join } from "node:path";
import { build, type BuildOptions } from "esbuild";
import { consumer } from "./consumer.js";

/** A program of programs/ and all it imports, as one script. */
export async function bundleProgram(
  name: string,
  options: BuildOptions,
): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(consumer, "programs", name)],
    bundle: true,
    ...options,
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
