import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { consumer } from "./consumer.js";

const versions = ["5.4", "5.6", "5.9", "6", "7"];
const modules = [
  ["nodenext", "nodenext"],
  ["node16", "node16"],
  ["esnext", "bundler"],
] as const;
const cases = versions.flatMap((version) =>
  modules.map(([module, resolution]) => [version, module, resolution] as const),
);

test.for(cases)(
  "TypeScript %s has nothing to say, in the package's types either: %s, %s",
  async ([version, module, moduleResolution], { expect }) => {
    const options = ["--moduleResolution", moduleResolution];
    const args = ["--project", "programs", "--module", module, ...options];
    expect(await compile(version, args)).toBe("");
  },
);

test.for(["5.9", "7"])(
  "TypeScript %s says what is wrong with a request, on its line",
  async (version) => {
    const project = ["--project", "programs/tsconfig.mistakes.json"];
    const output = await compile(version, project);
    const errors = output.split(/^programs\/mistakes\.mts\(/m).slice(1);
    const readings = errors.map((error) => [
      Number.parseInt(error),
      error.trim().split("\n").at(-1)?.trim(),
    ]);
    expect(readings).toEqual([
      [
        6,
        "Property 'customer_id' is missing in type '{}' but required in type 'PortalLinkRequest'.",
      ],
      [
        7,
        `Type '"now"' is not assignable to type 'CancelType | undefined'. Did you mean '"NOW"'?`,
      ],
      [
        8,
        "Object literal may only specify known properties, but 'show_invoice' does not exist in type 'PortalSettings'. Did you mean to write 'show_invoices'?",
      ],
      [9, "Type 'null' is not assignable to type 'string'."],
    ]);
  },
);

async function compile(version: string, args: string[]): Promise<string> {
  // ts-jest takes the one without a version in its name.
  const name = version === "5.9" ? "typescript" : `typescript-${version}`;
  const tsc = `node_modules/${name}/bin/tsc`;
  const { stdout } = await promisify(execFile)("node", [tsc, ...args], {
    cwd: consumer,
  }).catch((error: unknown) => error as { stdout: string });
  return stdout;
}
