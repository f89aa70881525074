// The contract cases: first against Ajv on the published contract, then against stock Prism and against the mock.
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { validateErrorResponse } from "../../src/contract/generated.js";
import { successViolations } from "../../src/contract/judge.js";
import { violationsOf } from "../../src/contract/violations.js";
import { startMockServer, type MockServer } from "../../src/mock.js";
import { cases, contract, facts } from "./contract.js";
import type { ContractCase, Json } from "./contract.js";

const RIGHT = { apiKey: "test_key", apiSecret: "test_secret" };
const AUTHORIZATION: Record<string, string> = {
  right: `Basic ${btoa("test_key:test_secret")}`,
  "wrong key": `Basic ${btoa("wrong_key:test_secret")}`,
  "wrong secret": `Basic ${btoa("test_key:wrong_secret")}`,
  malformed: "Basic !!!!",
};
const keywordOf = ({ id }: ContractCase) => id.split(".").at(-1) ?? "";

describe("Ajv on generated/openapi.json", () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(contract, "contract");
  const validate = ajv.getSchema(
    "contract#/components/schemas/PortalLinkRequest",
  )!;

  test.for(cases.accepted)("accepts $id: $title", ({ body }, { expect }) => {
    expect(validate(body)).toBe(true);
  });

  test.for(cases.refused)("$id: $title", (one, { expect }) => {
    // These are refused for what is around the body.
    const isBodyRight = one.credentials !== undefined || one.text !== undefined;
    expect(validate(one.body)).toBe(one.credentials !== undefined);
    if (isBodyRight) return;
    const keywords = validate.errors?.map(({ keyword }) => keyword);
    expect(keywords).toContain(keywordOf(one));
  });

  test("every rule of the request has a case", () => {
    const ids = cases.refused.map(({ id }) => id);
    const fields = Object.entries(facts.fields.PortalLinkRequest ?? {});
    for (const [name, rules] of fields) {
      const way = ["request", name.replace("!", "")].filter(Boolean).join(".");
      const keywords = Object.keys(rules);
      if (name.endsWith("!")) keywords.push("required");
      for (const keyword of keywords)
        if (keyword !== "examples") expect(ids).toContain(`${way}.${keyword}`);
    }
  });
});

interface Provider {
  name: string;
  url: () => string;
  /** What it is known to break. */
  breaks: string[];
  /** The keywords that a refusal names. */
  keywords: (response: Response, body: Json) => unknown[];
}

let mock: MockServer;
beforeAll(async () => {
  mock = await startMockServer(RIGHT);
  return () => mock.close();
});

const PROVIDERS: Provider[] = [
  {
    name: "stock Prism",
    url: () => inject("prismUrl"),
    // It has fixed examples, and any key will do.
    breaks: [
      "auth.checked",
      "response.result.expires_at.future",
      "response.result.id.unique",
      "response.result.link_url.unique",
    ],
    keywords({ headers }) {
      const violations = headers.get("sl-violations") ?? "[]";
      return (JSON.parse(violations) as Json[]).map(({ code }) => code);
    },
  },
  {
    name: "the mock",
    url: () => mock.url,
    breaks: [],
    keywords: (_, { error_details = [] }) =>
      (error_details as { errors: Record<string, Json> }[])
        .flatMap(({ errors }) => Object.values(errors))
        .map(({ rule }) => rule),
  },
];

describe.for(PROVIDERS)("$name", ({ url, breaks, keywords }) => {
  test("keeps every rule but those that it is known to break", async () => {
    const broken = new Set<string>();
    const seen = new Set<unknown>();
    for (const one of cases.accepted) {
      const { body } = await send(url(), one);
      if (body.status !== true) broken.add(one.id);
      for (const { field, rule } of successViolations(one.body, body, {
        baseUrl: url(),
        allowHttp: false,
      }))
        broken.add(`response.${field}.${rule}`);
      const result = (body.result ?? {}) as Json;
      if (Date.parse(String(result.expires_at)) < Date.now())
        broken.add("response.result.expires_at.future");
      for (const name of ["id", "link_url"]) {
        if (seen.has(result[name]))
          broken.add(`response.result.${name}.unique`);
        seen.add(result[name]);
      }
    }
    for (const one of cases.refused) {
      const { response, body } = await send(url(), one);
      if (body.status !== false) broken.add(one.id);
      else expect(violationsOf(validateErrorResponse, body)).toEqual([]);
      // Of credentials, and of what is no object, none is named.
      if (one.credentials || typeof one.body !== "object") continue;
      expect(keywords(response, body), one.title).toContain(keywordOf(one));
    }
    expect([...broken].sort()).toEqual(breaks);
  });
});

async function send(url: string, { id, body, text, ...one }: ContractCase) {
  const authorization = AUTHORIZATION[one.credentials ?? "right"];
  const [, example = "noSubscription"] = id.split("accepted.");
  const name = example === "everyValue" ? "noSubscription" : example;
  const response = await fetch(`${url}/customer-portal/link`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      // Prism answers with its first example otherwise.
      Prefer: `example=${name}`,
      ...(authorization && { Authorization: authorization }),
    },
    body: text ?? JSON.stringify(body),
  });
  return { response, body: (await response.json()) as Json };
}
