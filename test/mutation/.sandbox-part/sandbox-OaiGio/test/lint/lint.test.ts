// @ts-nocheck
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { buildContract } from "../../scripts/generate/build-contract.js";
import { copyContract } from "../generate/contract-copy.js";
import { EXAMPLES } from "./lint-cases/examples.js";
import { RELATIONS } from "./lint-cases/relations.js";
import { SCHEMAS } from "./lint-cases/schemas.js";
import { STRUCTURE } from "./lint-cases/structure.js";

const lineAt = (text: string, index: number) =>
  text.slice(0, index).split("\n").length;

test.concurrent.for(
  Object.entries({ ...STRUCTURE, ...SCHEMAS, ...EXAMPLES, ...RELATIONS }),
)("reports %s", async ([, { edit, add, at, says }], { expect }) => {
  await using copy = await copyContract();
  for (const [name, text] of Object.entries(add ?? {}))
    await copy.edit(name, () => text);
  const [file, from, to] = edit;
  let start = 0;
  await copy.edit(file, (text) =>
    text.replace(from, (_, offset: number) => {
      start = offset + to.search(/\S/);
      return to;
    }),
  );

  const [place, line] = Array.isArray(at) ? at : [file, at];
  const edited = await readFile(join(copy.root, place), "utf8");
  const index = line === undefined ? start : edited.indexOf(line);
  expect(index).toBeGreaterThanOrEqual(0);
  await expect(buildContract(copy.root)).rejects.toThrow(
    `${place}:${lineAt(edited, index)}  ${says}`,
  );
});

test("Redocly's telemetry, which a built docs page would carry on, is off", async () => {
  const config = await readFile(
    new URL("../../redocly.yaml", import.meta.url),
    "utf8",
  );
  expect(parse(config)).toHaveProperty("telemetry", "off");
});
