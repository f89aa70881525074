// What Prism and the mock do with the same HTTP request. docs/mock-and-prism.md tells the differences, row by row.
import { expect } from "vitest";
import { examples } from "../../src/contract/generated.js";

export interface Asking {
  method?: string;
  path?: string;
  /** Instead of a right Authorization and Content-Type; an empty one leaves it out. */
  headers?: Record<string, string>;
  /** @default a valid one */
  body?: string;
}

const VALID = JSON.stringify({ customer_id: "cus_abc123" });
const basic = (pair: string) => ({
  authorization: `Basic ${Buffer.from(pair).toString("base64")}`,
});

export function messageOf({ method = "POST", path, headers, body }: Asking) {
  const all = Object.entries({
    ...basic("test_key:test_secret"),
    "content-type": "application/json",
    ...headers,
  });
  return {
    method,
    path: path ?? "/customer-portal/link",
    headers: Object.fromEntries(all.filter(([, value]) => value !== "")),
    body: body ?? (/^(GET|HEAD|DELETE|OPTIONS)$/.test(method) ? "" : VALID),
  };
}

/** Where both answer with the same status, and both in the vendor's envelope or both not. */
export const SAME: Record<string, [status: number, Asking]> = {
  "a valid request": [200, {}],
  "a query string": [200, { path: "/customer-portal/link?a=1" }],
  "an encoded path": [200, { path: "/customer-portal/lin%6B" }],
  "another path": [404, { path: "/customer-portal" }],
  "a trailing slash": [404, { path: "/customer-portal/link/" }],
  "a path in upper case": [404, { path: "/Customer-Portal/Link" }],
  GET: [405, { method: "GET" }],
  "GET without credentials": [
    405,
    { method: "GET", headers: { authorization: "" } },
  ],
  HEAD: [405, { method: "HEAD" }],
  PUT: [405, { method: "PUT" }],
  DELETE: [405, { method: "DELETE" }],
  OPTIONS: [405, { method: "OPTIONS" }],
  "no credentials": [401, { headers: { authorization: "" } }],
  "another scheme": [401, { headers: { authorization: "Bearer x" } }],
  "a scheme alone": [401, { headers: { authorization: "Basic" } }],
  "a scheme in lower case": [
    200,
    { headers: { authorization: "basic a2V5OnNlY3JldA==" } },
  ],
  "two spaces after the scheme": [
    401,
    { headers: { authorization: "Basic  a2V5OnNlY3JldA==" } },
  ],
  "base64 without padding": [
    200,
    { headers: { authorization: "Basic a2V5OnNlY3JldA" } },
  ],
  "base64url, not ASCII": [
    200,
    { headers: { authorization: "Basic a2V5OsO_w74_Pg==" } },
  ],
  "not base64": [401, { headers: { authorization: "Basic !!!" } }],
  "no colon": [401, { headers: basic("key") }],
  "no credentials, an invalid body": [
    401,
    { headers: { authorization: "" }, body: "{}" },
  ],
  "no credentials, another content type": [
    401,
    { headers: { authorization: "", "content-type": "text/plain" } },
  ],
  "a charset": [
    200,
    { headers: { "content-type": "application/json; charset=utf-8" } },
  ],
  "a content type in upper case": [
    200,
    { headers: { "content-type": "Application/JSON" } },
  ],
  "a +json content type": [
    200,
    { headers: { "content-type": "application/vnd.api+json" } },
  ],
  "text/plain": [415, { headers: { "content-type": "text/plain" } }],
  "text/plain, not even JSON": [
    415,
    { headers: { "content-type": "text/plain" }, body: "{" },
  ],
  "a form": [
    415,
    { headers: { "content-type": "application/x-www-form-urlencoded" } },
  ],
  "no body": [422, { body: "" }],
  "no body, no content type": [
    422,
    { headers: { "content-type": "" }, body: "" },
  ],
  "a body, no content type": [422, { headers: { "content-type": "" } }],
  "an array": [422, { body: "[]" }],
  "a text": [422, { body: '"cus_abc123"' }],
  "null, for a body": [422, { body: "null" }],
  "an empty object": [422, { body: "{}" }],
  "the same key twice": [
    200,
    { body: '{"customer_id":1,"customer_id":"cus_abc123"}' },
  ],
  "__proto__ as an unknown field": [
    422,
    { body: '{"customer_id":"c","__proto__":1}' },
  ],
  "Accept: application/xml": [406, { headers: { accept: "application/xml" } }],
  "Accept: application/json;q=0": [
    406,
    { headers: { accept: "application/json;q=0" } },
  ],
  "Accept: application/*": [200, { headers: { accept: "application/*" } }],
  "Accept: text/html, */*;q=0.1": [
    200,
    { headers: { accept: "text/html, */*;q=0.1" } },
  ],
  "Accept: application/vnd.x+json": [
    406,
    { headers: { accept: "application/vnd.x+json" } },
  ],
  "Accept: application/xml, an invalid body": [
    422,
    { headers: { accept: "application/xml" }, body: "{}" },
  ],
  ...Object.fromEntries(
    Object.keys(examples.createPortalLink.success).map((name) => [
      `Prefer: example=${name}`,
      [200, { headers: { prefer: `example=${name}` } }] as [number, Asking],
    ]),
  ),
  "Prefer, quoted": [200, { headers: { prefer: 'example="subscription"' } }],
  "Prefer an unknown example": [404, { headers: { prefer: "example=nope" } }],
  "Prefer a failure under a status": [
    404,
    { headers: { prefer: "code=404, example=recordNotFound" } },
  ],
  "Prefer a failure under another status": [
    503,
    { headers: { prefer: "code=503, example=validationFailed" } },
  ],
  "Prefer a status alone": [503, { headers: { prefer: "code=503" } }],
  "Prefer 201": [201, { headers: { prefer: "code=201" } }],
  "Prefer 299": [299, { headers: { prefer: "code=299" } }],
  "Prefer nothing": [422, { headers: { prefer: "example=" } }],
  "Prefer half a status": [422, { headers: { prefer: "code=404.5" } }],
  "Prefer in upper case": [404, { headers: { prefer: "Example=nope" } }],
  "Prefer with a parameter": [
    200,
    { headers: { prefer: "code=200;example=nope" } },
  ],
  "Prefer something else": [200, { headers: { prefer: "x-example=nope" } }],
  "Prefer in single quotes": [
    404,
    { headers: { prefer: "example='subscription'" } },
  ],
  "Accept: application/json; charset=utf-8; q=0": [
    406,
    { headers: { accept: "application/json; charset=utf-8; q=0" } },
  ],
  "Prefer 200": [200, { headers: { prefer: "code=200" } }],
  "Prefer a link under 404": [
    200,
    { headers: { prefer: "code=404, example=subscription" } },
  ],
  "Prefer no status at all": [422, { headers: { prefer: "code=junk" } }],
  "Prefer a failure, an invalid body": [
    422,
    {
      headers: { prefer: "code=404, example=recordNotFound" },
      body: "{}",
    },
  ],
  "Prefer a failure, no credentials": [
    401,
    {
      headers: {
        prefer: "code=404, example=recordNotFound",
        authorization: "",
      },
    },
  ],
  "a body just under 10 MB": [
    200,
    { body: `{"customer_id":"${"x".repeat(10 * 1024 * 1024 - 18)}"}` },
  ],
  "a body over 10 MB": [
    413,
    { body: `{"customer_id":"${"x".repeat(10 * 1024 * 1024)}"}` },
  ],
};

export interface Difference {
  /** As in the first column of the table in docs/mock-and-prism.md. */
  what: string;
  asking: Asking;
  prism: Seen;
  mock: Seen;
}

export interface Seen {
  status: number;
  contentType?: string;
  /** For any page in a browser. */
  allowsOrigin?: boolean;
  /** What the body holds, in part. */
  body?: unknown;
}

const link = examples.createPortalLink.success.noSubscription.result;

const json = "application/json";
const problem = "application/problem+json";

export const DIFFERENCES: Difference[] = [
  {
    what: "the ids asked for",
    asking: { body: '{"customer_id":"cus_x","subscription_id":"sub_x"}' },
    prism: { status: 200, body: { status: true, result: link } },
    mock: {
      status: 200,
      body: { result: { customer_id: "cus_x", subscription_id: "sub_x" } },
    },
  },
  {
    what: "a base path, such as `/2.0`",
    asking: { path: "/2.0/customer-portal/link" },
    prism: { status: 404, contentType: problem },
    mock: { status: 200, body: { status: true } },
  },
  {
    what: "a body that breaks the contract",
    asking: { body: "{}" },
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
    asking: { body: "[]" },
    prism: { status: 422, body: { error_code: "001" } },
    mock: { status: 422, body: { error_code: "002" } },
  },
  {
    what: "another content type",
    asking: { headers: { "content-type": "text/plain" } },
    prism: { status: 415, body: { error_code: "001" } },
    mock: { status: 415, body: { error_code: "002" } },
  },
  {
    what: "a content type that is none",
    asking: { headers: { "content-type": "junk" } },
    prism: { status: 500, body: { error: { code: "internal_server_error" } } },
    mock: { status: 415, body: { error_code: "002" } },
  },
  {
    what: "a charset other than UTF-8",
    asking: {
      headers: { "content-type": "application/json; charset=utf-16" },
    },
    prism: { status: 400 },
    mock: { status: 415, body: { error_code: "002" } },
  },
  {
    what: "malformed JSON",
    asking: { body: "{" },
    prism: { status: 400, body: { error: { code: "invalid_json" } } },
    mock: {
      status: 400,
      contentType: json,
      body: { status: false, error_code: "002" },
    },
  },
  {
    what: "malformed JSON, without credentials",
    asking: { body: "{", headers: { authorization: "" } },
    prism: { status: 400, body: { error: { code: "invalid_json" } } },
    mock: { status: 401, body: { error_code: "001" } },
  },
  {
    what: "a body over 10 MB",
    asking: { body: `"${"x".repeat(10 * 1024 * 1024)}"` },
    prism: {
      status: 413,
      body: { error: { code: "request_entity_too_large" } },
    },
    mock: { status: 413, contentType: problem },
  },
  {
    what: "an empty API key or secret",
    asking: { headers: basic(":") },
    prism: { status: 200 },
    mock: { status: 401, body: { error_code: "001" } },
  },
  {
    what: "a colon in the secret",
    asking: { headers: basic("key:sec:ret") },
    prism: { status: 401 },
    mock: { status: 200 },
  },
  {
    what: "an IP literal in `redirect_url`",
    asking: {
      body: '{"customer_id":"c","settings":{"redirect_url":"https://[1::2::3]"}}',
    },
    prism: { status: 422 },
    mock: { status: 200 },
  },
  {
    what: "`Prefer: example=` a failure, without `code=`",
    asking: { headers: { prefer: "example=invalidApiKey" } },
    prism: { status: 404, contentType: problem },
    mock: { status: 401, body: { error_code: "001" } },
  },
  {
    what: "`Prefer: code=200, example=` a failure",
    asking: { headers: { prefer: "code=200, example=recordNotFound" } },
    prism: { status: 500, contentType: problem },
    mock: { status: 200, body: { error_code: "007" } },
  },
  {
    what: "`Prefer: example=` one of the mock's own",
    asking: { headers: { prefer: "example=rateLimited" } },
    prism: { status: 404 },
    mock: { status: 429, contentType: "text/plain; charset=utf-8" },
  },
  {
    what: "`Prefer: code=` that is no HTTP status, such as 600",
    asking: { headers: { prefer: "code=600" } },
    prism: { status: 600 },
    mock: { status: 422, contentType: problem },
  },
  {
    what: "`Accept: */*;q=0`",
    asking: { headers: { accept: "*/*;q=0" } },
    prism: { status: 500 },
    mock: { status: 406 },
  },
  {
    what: "`Prefer: dynamic=true`",
    asking: { headers: { prefer: "dynamic=true" } },
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
    asking: { method: "GET", path: "/portal/x" },
    prism: { status: 404, contentType: problem },
    mock: { status: 404, contentType: "text/html; charset=utf-8" },
  },
  {
    what: "CORS headers",
    asking: {},
    prism: { status: 200, allowsOrigin: true },
    mock: { status: 200, allowsOrigin: false },
  },
];
