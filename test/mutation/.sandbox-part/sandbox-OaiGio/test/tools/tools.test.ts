// @ts-nocheck
// npm run test:tools: what people's tools make of the contract. Beside each stands what it made of the sources' form, before portable().
import ts from "typescript";
import { expect, test } from "vitest";
import { portable } from "../../scripts/generate/portable.js";
import { contract } from "../contract/document.js";

// By addresses that the compiler does not follow, because only `npm run test:tools` installs the tools.
const { generate } = (await import(
  new URL("./generators.js", import.meta.url).href
)) as { generate: (tool: string, document: object) => Promise<string> };
const { readers } = (await import(
  new URL("./readers.js", import.meta.url).href
)) as { readers: Record<string, (document: object) => unknown> };

const document = portable(contract);

/** `once`: texts that stand in the code exactly once, for the operation, the literal of a success and the type of a failure. */
const GENERATORS = [
  {
    tool: "hey-api",
    before: "two failures",
    once: [
      "export const createPortalLink =",
      "status: true",
      ": ErrorResponse;",
    ],
  },
  {
    tool: "kubb",
    before: "two failures",
    once: [
      "export type CreatePortalLinkMutation =",
      "true: true",
      " = ErrorResponse;",
    ],
  },
  {
    tool: "orval",
    before: "`status: 4XX`, which is no TypeScript",
    once: [
      "export const createPortalLink =",
      "status: true",
      "data: ErrorResponse",
    ],
  },
  {
    tool: "swagger-typescript-api",
    before: "the response is not read as JSON",
    once: [
      "createPortalLink: (",
      "status: true",
      "request<PortalLinkResponse, ErrorResponse>",
      '        format: "json",',
    ],
  },
  {
    tool: "oazapfts",
    before:
      "`status: 4XX`, which is no TypeScript; a failure's status is boolean",
    once: [
      "export function createPortalLink(",
      "status: true",
      "data: ErrorResponse",
    ],
  },
  {
    tool: "@openapi-codegen",
    before: "`status: 4XX`, which is no TypeScript; status is boolean",
    once: [
      "export const createPortalLink =",
      "status: true",
      "payload: Schemas.ErrorResponse",
    ],
  },
  {
    tool: "openapi-zod-client",
    before: "`status: NaN`; status is boolean",
    once: [
      'alias: "createPortalLink"',
      "status: z.literal(true)",
      "schema: ErrorResponse",
    ],
  },
];

for (const { tool, before, once } of GENERATORS)
  test(`${tool} generates code from it (before: ${before})`, async () => {
    const code = await generate(tool, document);
    const { diagnostics = [] } = ts.transpileModule(code, {
      reportDiagnostics: true,
    });
    expect(diagnostics.map(({ messageText }) => messageText)).toEqual([]);
    expect(code).toMatch(/PortalLinkRequest\b[^}]*\bcustomer_id: (z\.)?string/);
    expect(code).toMatch(/(["'])NOW\1[^}]*(["'])AFTER_BILLING_PERIOD\2/);
    for (const text of once) expect(code.split(text).length - 1, text).toBe(1);
  });

const TITLE = "customer-portal/Create a customer portal link";
const OPERATION = {
  required: ["customer_id"],
  status: [true],
  responses: ["200", "default"],
};

const READERS = [
  {
    tool: "Postman",
    before: "two failures, no folder",
    shows: { requests: [TITLE], responses: { 200: 1, default: 1 } },
  },
  {
    tool: "Bruno",
    before: "each failure twice, no folder",
    shows: {
      requests: [TITLE],
      body: { customer_id: "cus_abc123" },
      responses: { 200: 3, default: 12 },
    },
  },
  {
    tool: "Scalar",
    before: "two failures",
    shows: { valid: true, errors: [], ...OPERATION },
  },
  {
    tool: "Swagger UI",
    before: 'two failures, filed under "default"',
    shows: {
      requests: ["customer-portal/createPortalLink"],
      errors: [],
      ...OPERATION,
    },
  },
  {
    tool: "Ajv strict",
    before: "refuses the keyword `example`",
    shows: { violations: ["required", "enum"] },
  },
  {
    tool: "fastify-openapi-glue",
    before: "refuses the keyword `example`",
    shows: { valid: [200, true], invalid: [400, false] },
  },
];

for (const { tool, before, shows } of READERS)
  test(`${tool} reads it (before: ${before})`, async () => {
    expect(await readers[tool]?.(document)).toEqual(shows);
  });
