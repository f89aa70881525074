// @ts-nocheck
// A field that is new in openapi/ is verified without an edit anywhere else.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { buildContract } from "../../scripts/generate/build-contract.js";
import type { Operation } from "../../src/contract/generated.js";
import { violationsOf } from "../../src/contract/violations.js";
import { readContract, type Contract } from "../../src/verify/contract.js";
import { sampleOf } from "../../src/verify/schema-rules.js";
import { verify } from "../../src/verify/verify.js";
import { copyContract } from "../generate/contract-copy.js";
import { changeAt, type Fields } from "./gallery/providers.js";

const SETTINGS = `  portal_language:
    type: string
    description: |-
      The language of the portal.

      - \`en\`: English.
      - \`af\`: Afrikaans.
      - \`zu\`: Zulu.
    enum: [en, af, zu]
    example: en
  page_count:
    type: integer
    description: How many pages.
    minimum: 2
    exclusiveMaximum: 9
    multipleOf: 1
    example: 3
  allowed_sites:
    type: array
    description: Where the portal may be shown.
    minItems: 1
    maxItems: 3
    uniqueItems: true
    items:
      type: string
      format: uri
      description: A site.
      example: https://my.site.com
    example: [https://my.site.com]
  greeting:
    type: string
    description: What the page says first.
    minLength: 2
    maxLength: 20
    example: Hello there
`;

async function editedContract(): Promise<Contract> {
  await using copy = await copyContract();
  const schemas = "openapi/components/schemas";
  await copy.edit(`${schemas}/PortalSettings.yaml`, (text) => text + SETTINGS);
  await copy.edit(`${schemas}/PortalLink.yaml`, (text) =>
    text
      .replace("  - expires_at\n", "  - expires_at\n  - short_code\n")
      .concat(
        "  short_code:\n    type: string\n    maxLength: 8\n    description: A code to type.\n    example: abc123\n",
      ),
  );
  for (const name of ["noSubscription", "subscription", "advancedSettings"])
    await copy.edit(
      `openapi/components/examples/PortalLinkResponse.${name}.yaml`,
      (text) => text.replace(/^( +)id: /m, "$1short_code: abc123\n$1id: "),
    );
  const files = await buildContract(copy.root);
  const folder = await mkdtemp(join(tmpdir(), "kwik-new-field-"));
  try {
    for (const [name, text] of files) await writeFile(join(folder, name), text);
    await writeFile(join(folder, "package.json"), '{"type":"module"}');
    const href = pathToFileURL(join(folder, "operations.js")).href;
    const { operations } = (await import(/* @vite-ignore */ href)) as {
      operations: { createPortalLink: Operation };
    };
    const document: unknown = JSON.parse(files.get("openapi.json") ?? "");
    return readContract(document, operations.createPortalLink);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const AUTHORIZATION = `Basic ${btoa("key:secret")}`;

/** Keeps the contract, as its document and validators have it. */
function provider(
  { operation, success, failure }: Contract,
  changeRequest: (body: unknown) => unknown = (body) => body,
  changeLink: (link: Fields) => unknown = (link) => link,
) {
  let count = 0;
  return async (request: Request): Promise<Response> => {
    const text = await request.text();
    const sent: unknown = text ? JSON.parse(text) : undefined;
    const isKnown = request.headers.get("authorization") === AUTHORIZATION;
    const isValid =
      violationsOf(operation.request, changeRequest(sent)).length === 0;
    if (!isKnown || !isValid)
      return Response.json(sampleOf(failure), { status: isKnown ? 422 : 401 });
    const { customer_id, subscription_id } = sent as Fields;
    const id = String(count++);
    const body = changeAt(sampleOf(success), ["result"], (link) =>
      changeLink({
        ...(link as Fields),
        ...{ id, customer_id, link_url: `https://pay.example/${id}` },
        ...(subscription_id ? { subscription_id } : {}),
        expires_at: new Date(Date.now() + 60_000).toISOString(),
      }),
    );
    return Response.json(body);
  };
}

test("new fields, enumerations and limits become probes and rules", async () => {
  const contract = await editedContract();
  const failedRules = async (
    ...changes: [
      changeRequest?: (body: unknown) => unknown,
      changeLink?: (link: Fields) => unknown,
    ]
  ) => {
    const { verdicts } = await verify({
      ...{ apiKey: "key", apiSecret: "secret", contract },
      ...{ customerId: "cus_mine", subscriptionId: "sub_mine" },
      baseUrl: "https://provider.example",
      fetch: provider(contract, ...changes),
    });
    return verdicts
      .filter(({ verdict }) => verdict === "failed")
      .map(({ rule }) => rule.id);
  };
  const without = (field: string) => (body: unknown) =>
    changeAt(body, ["settings", field], () => undefined);
  const clamped =
    (field: string, from: unknown, to: unknown) => (body: unknown) =>
      changeAt(body, ["settings", field], (value) =>
        value === from ? to : value,
      );

  expect(await failedRules()).toEqual([]);
  const settings = "request.settings";
  expect(await failedRules(without("portal_language"))).toEqual([
    `${settings}.portal_language.type`,
  ]);
  expect(await failedRules(clamped("portal_language", "zu", 1))).toEqual([
    "accepted.everyValue",
  ]);
  const fewer = (body: unknown) =>
    changeAt(body, ["settings", "allowed_sites"], (value) =>
      Array.isArray(value) ? value.slice(0, 3) : value,
    );
  expect(await failedRules(fewer)).toEqual([
    `${settings}.allowed_sites.maxItems`,
  ]);
  expect(await failedRules(clamped("page_count", 1, 2))).toEqual([
    `${settings}.page_count.minimum`,
  ]);
  expect(await failedRules(clamped("page_count", 9, 8))).toEqual([
    `${settings}.page_count.exclusiveMaximum`,
  ]);
  expect(await failedRules(clamped("greeting", "x", "xx"))).toEqual([
    `${settings}.greeting.minLength`,
  ]);
  expect(
    await failedRules(undefined, ({ short_code, ...link }) => {
      void short_code;
      return link;
    }),
  ).toEqual(["response.result.short_code.required"]);
  expect(
    await failedRules(undefined, (link) => ({
      ...link,
      short_code: "x123456789",
    })),
  ).toEqual(["response.result.short_code.maxLength"]);
});
