import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect, test, vi } from "vitest";
import { stringify } from "yaml";
import { buildGenerated } from "../../scripts/generate/build-generated.js";
import type { Validator } from "../../src/contract/generated.js";
import { issuesOf } from "../../src/contract/violations.js";
import {
  cases as published,
  examplesOf,
  type Json,
} from "../contract/contract.js";
import { tablesFor } from "../tables.js";
import { copyContract, root } from "./contract-copy.js";

interface ContractEdit {
  edit: string;
  setting?: Json;
  field?: Json;
  accepts: unknown[];
  refuses: unknown[];
  types: string;
  cases: string[];
}

/** What a sentence for a person has no place for: names of Ajv's code, and what was left out. */
const INTERNAL =
  /\b(schema|func|data|err|validate|formats)\d*\b|undefined|#|NaN/;

test.concurrent.for(tablesFor<ContractEdit[]>(import.meta))(
  "$edit",
  async ({ setting, field, ...edit }, { expect }) => {
    const description = "An extra one.";
    const extra = { extra: { description, ...(setting ?? field) } };
    const indented = stringify(extra).replace(/^(?=.)/gm, "  ");
    await using copy = await copyContract([
      {
        file: `components/schemas/${setting ? "PortalSettings" : "PortalLink"}.yaml`,
        from: "/\\nproperties:\\n/",
        to: `\nproperties:\n${indented}`,
      },
    ]);
    const files = await buildGenerated(copy.folder);
    const json = files.get("openapi.json") ?? "";
    const name = setting ? "PortalLinkRequest" : "PortalLinkResponse";
    const messageWith = (value: unknown) => {
      const [[, example] = []] = examplesOf(name);
      if (setting) return { ...(example as Json), settings: { extra: value } };
      const { status, result } = example as { status: true; result: Json };
      return { status, result: { ...result, extra: value } };
    };

    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema(JSON.parse(json) as Json, "contract");
    const byAjv = ajv.getSchema(`contract#/components/schemas/${name}`)!;
    const module = join(copy.folder, "validators.mjs");
    await writeFile(module, files.get("validators.js") ?? "");
    const validators = (await import(
      /* @vite-ignore */ pathToFileURL(module).href
    )) as Record<string, Validator>;
    for (const value of [...edit.accepts, ...edit.refuses]) {
      const message = messageWith(value);
      const issues = issuesOf(validators[name]!, message);
      const isValid = edit.accepts.includes(value);
      expect(
        [byAjv(message), issues.length === 0],
        JSON.stringify(value),
      ).toEqual([isValid, isValid]);
      for (const issue of issues) expect(issue.message).not.toMatch(INTERNAL);
    }

    expect(files.get("schema.d.ts")).toContain(edit.types);
    const cases = JSON.parse(files.get("cases.json") ?? "") as typeof published;
    const groups: { id: string }[][] = Object.values(cases);
    const ids = groups.flat().map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(edit.cases));
  },
);

test("a rule that no value breaks alone is told", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  await using copy = await copyContract([
    {
      file: "components/schemas/PortalLinkRequest.yaml",
      from: "    minLength: 1\n",
      to: "    minLength: 0\n",
    },
  ]);
  await buildGenerated(copy.folder);
  expect(warn.mock.calls).toEqual([
    ["No case for request.customer_id.minLength: no value breaks it alone."],
  ]);
  warn.mockRestore();
});

test("a second operation of any verb has its types, and the first keeps its cases", async () => {
  const path = join(root, "openapi/paths/customer-portal_link.yaml");
  const text = (await readFile(path, "utf8"))
    .replace("post:", "delete:")
    .replace("createPortalLink", "revokePortalLink")
    .replace(/ {2}# The response's field[^]*/, "");
  await using copy = await copyContract([
    { add: "paths/revoke.yaml", text },
    {
      file: "openapi.yaml",
      from: "components:\n",
      to: "  /customer-portal/session:\n    $ref: ./paths/revoke.yaml\ncomponents:\n",
    },
  ]);
  const files = await buildGenerated(copy.folder);
  expect(files.get("schema.d.ts")).toContain(
    'delete: operations["revokePortalLink"]',
  );
  const cases = await readFile(join(root, "generated/cases.json"), "utf8");
  expect(files.get("cases.json")).toBe(cases);
});
