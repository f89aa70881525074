import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { buildGenerated } from "../../scripts/generate/build-generated.js";
import { ContractError } from "../../scripts/generate/contract.js";
import { copyContract, root, type Edit } from "../generate/contract-copy.js";

interface Mistake {
  mistake: string;
  /** A piece of what is said. */
  says: string;
  edits: Edit[];
}

const text = await readFile(join(import.meta.dirname, "mistakes.yaml"), "utf8");

test.concurrent.for(parse(text) as Mistake[])(
  "$mistake",
  async ({ says, edits }, { expect }) => {
    await using copy = await copyContract(edits);
    const error = await errorOf(copy.folder);
    expect(error.message).toContain(says);
  },
);

test("a problem that Redocly finds is shown at its line of the source", async () => {
  const file = "components/schemas/CancelType.yaml";
  await using copy = await copyContract([
    { file, from: "- NOW\n", to: "- LATER\n" },
  ]);
  const { problems } = await errorOf(copy.folder);
  const [place] = problems[0]?.location ?? [];
  expect(place?.source.absoluteRef).toBe(join(copy.folder, "openapi", file));
  expect(place?.pointer).toBe("#/enum/0");
});

test("Redocly's telemetry, which a built docs page would carry on, is off", async () => {
  const config = await readFile(join(root, "redocly.yaml"), "utf8");
  expect(parse(config)).toHaveProperty("telemetry", "off");
});

async function errorOf(folder: string): Promise<ContractError> {
  const error: unknown = await buildGenerated(folder).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ContractError);
  return error as ContractError;
}
