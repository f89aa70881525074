// @ts-nocheck
import { expect } from "vitest";
import { examples } from "../../../src/contract/generated.js";
import {
  accept,
  authorization,
  basic,
  contentType,
  prefer,
  type RawRequest,
  type RawResponse,
} from "./raw-request.js";

export interface Difference {
  /** As in the first column of the table in docs/mock-and-prism.md. */
  what: string;
  request: RawRequest;
  prism: Expected;
  mock: Expected;
}

export type Expected = Partial<Omit<RawResponse, "text">> & {
  /** What the body holds, in part. */
  body?: unknown;
};

const link = examples.createPortalLink.success.noSubscription.result;
const json = "application/json";
const problem = "application/problem+json";

/** Where Prism and the mock differ on purpose. docs/mock-and-prism.md lists them, row by row. */
export const DIFFERENCES: Difference[] = [
  {
    what: "the ids asked for",
    request: { body: '{"customer_id":"cus_x","subscription_id":"sub_x"}' },
    prism: { status: 200, body: { status: true, result: link } },
    mock: {
      status: 200,
      body: { result: { customer_id: "cus_x", subscription_id: "sub_x" } },
    },
  },
  {
    what: "a base path, such as `/2.0`",
    request: { path: "/2.0/customer-portal/link" },
    prism: { status: 404, contentType: problem },
    mock: { status: 200, body: { status: true } },
  },
  {
    what: "a body that breaks the contract",
    request: { body: "{}" },
    prism: {
      status: 422,
      body: { error_code: "001", error_message: "Invalid API key provided" },
    },
    mock: {
      status: 422,
      body: {
        error_code: "005",
        error_message: "Validation failed",
        error_details: [
          {
            record: {},
            errors: {
              customer_id: {
                message: "The customer id is missing.",
                rule: "required",
              },
            },
          },
        ],
      },
    },
  },
  {
    what: "no body, or one that is no object",
    request: { body: "[]" },
    prism: { status: 422, body: { error_code: "001" } },
    mock: { status: 422, body: { error_code: "002" } },
  },
  {
    what: "another content type",
    request: contentType("text/plain"),
    prism: { status: 415, body: { error_code: "001" } },
    mock: { status: 415, body: { error_code: "002" } },
  },
  {
    what: "a content type that is none",
    request: contentType("junk"),
    prism: { status: 500, body: { error: { code: "internal_server_error" } } },
    mock: { status: 415, body: { error_code: "002" } },
  },
  {
    what: "a charset other than UTF-8",
    request: contentType("application/json; charset=utf-16"),
    prism: { status: 400 },
    mock: { status: 415, body: { error_code: "002" } },
  },
  {
    what: "malformed JSON",
    request: { body: "{" },
    prism: { status: 400, body: { error: { code: "invalid_json" } } },
    mock: {
      status: 400,
      contentType: json,
      body: { status: false, error_code: "002" },
    },
  },
  {
    what: "malformed JSON, without credentials",
    request: { body: "{", headers: { authorization: "" } },
    prism: { status: 400, body: { error: { code: "invalid_json" } } },
    mock: { status: 401, body: { error_code: "001" } },
  },
  {
    what: "a body over 10 MB",
    request: { body: `"${"x".repeat(10 * 1024 * 1024)}"` },
    prism: {
      status: 413,
      body: { error: { code: "request_entity_too_large" } },
    },
    mock: { status: 413, contentType: problem },
  },
  {
    what: "an empty API key or secret",
    request: authorization(basic(":")),
    prism: { status: 200 },
    mock: { status: 401, body: { error_code: "001" } },
  },
  {
    what: "a colon in the secret",
    request: authorization(basic("key:sec:ret")),
    prism: { status: 401 },
    mock: { status: 200 },
  },
  {
    what: "`Prefer: example=` a failure, without `code=`",
    request: prefer("example=invalidApiKey"),
    prism: { status: 404, contentType: problem },
    mock: { status: 401, body: { error_code: "001" } },
  },
  {
    what: "`Prefer: code=200, example=` a failure",
    request: prefer("code=200, example=recordNotFound"),
    prism: { status: 500, contentType: problem },
    mock: { status: 200, body: { error_code: "007" } },
  },
  {
    what: "`Prefer: example=` one of the mock's own",
    request: prefer("example=rateLimited"),
    prism: { status: 404 },
    mock: { status: 429, contentType: "text/plain; charset=utf-8" },
  },
  {
    what: "`Prefer: code=` that is no HTTP status, such as 600",
    request: prefer("code=600"),
    prism: { status: 600 },
    mock: { status: 422, contentType: problem },
  },
  {
    what: "`Accept: */*;q=0`",
    request: accept("*/*;q=0"),
    prism: { status: 500 },
    mock: { status: 406 },
  },
  {
    what: "`Prefer: dynamic=true`",
    request: prefer("dynamic=true"),
    prism: {
      status: 200,
      body: { result: { id: expect.not.stringMatching(/^cpl_/) as string } },
    },
    mock: {
      status: 200,
      body: { result: { id: expect.stringMatching(/^cpl_/) as string } },
    },
  },
  {
    what: "`GET /portal/…`",
    request: { method: "GET", path: "/portal/x" },
    prism: { status: 404, contentType: problem },
    mock: { status: 404, contentType: "text/html; charset=utf-8" },
  },
  {
    what: "CORS headers",
    request: {},
    prism: { status: 200, allowsOrigin: true },
    mock: { status: 200, allowsOrigin: false },
  },
];
