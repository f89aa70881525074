import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { run } from "../pack.js";

/** The project that the tarball is installed in. */
export const consumer = join(import.meta.dirname, "consumer");

export const nodePath = (version: number) =>
  join(consumer, `node_modules/node-${version}/bin/node`);

/** What a command prints in a folder of the project, and why it failed, if it did. */
export async function print(
  [command = "", ...args]: string[],
  folder = "",
): Promise<string> {
  const options = { cwd: join(consumer, folder), timeout: 100_000 };
  const output = await run(command, args, options).then(
    ({ stdout, stderr }) => stdout || stderr,
    ({ stdout, message }: { stdout: string; message: string }) =>
      stdout + message,
  );
  return stripVTControlCharacters(output);
}
