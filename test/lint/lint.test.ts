import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildGenerated } from "../../scripts/generate/build-generated.js";
import { ContractError } from "../../scripts/generate/contract.js";
import { copyContract, root, type Edit } from "../generate/contract-copy.js";
import { tablesFor } from "../tables.js";

interface Mistake {
  mistake: string;
  /** A piece of what is said. */
  says: string;
  edits: Edit[];
}

test.concurrent.for(tablesFor<Mistake[]>(import.meta))(
  "$mistake",
  async ({ says, edits }, { expect }) => {
    await using copy = await copyContract(edits);
    const error = await errorOf(copy.folder);
    expect(error.message).toContain(says);
  },
);

test("Redocly's telemetry, which a built docs page would carry on, is off", async () => {
  const config = await readFile(join(root, "redocly.yaml"), "utf8");
  expect(config).toMatch(/^telemetry: off$/m);
});

async function errorOf(folder: string): Promise<ContractError> {
  const error: unknown = await buildGenerated(folder).catch(
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ContractError);
  return error as ContractError;
}
