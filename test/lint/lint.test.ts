import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { buildContract } from "../../scripts/generate/build-contract.js";
import { copyContract } from "../generate/contract-copy.js";
import { MISTAKES } from "./lint-cases.js";

test.for(MISTAKES)(
  "refuses $mistake",
  async ({ file, from, to, add, says }, { expect }) => {
    await using copy = await copyContract();
    for (const [name, text] of Object.entries(add ?? {}))
      await copy.edit(name, () => text);
    await copy.edit(file, (text) => text.replace(from, to));
    const message = await buildContract(copy.root).then(
      () => "nothing was refused",
      (error: unknown) => (error as Error).message,
    );
    expect(message).toContain(says);
  },
);

test("Redocly's telemetry, which a built docs page would carry on, is off", async () => {
  const config = await readFile(
    new URL("../../redocly.yaml", import.meta.url),
    "utf8",
  );
  expect(parse(config)).toHaveProperty("telemetry", "off");
});
