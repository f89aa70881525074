// Every way a server can misbehave, over real sockets: what it does, and the one thing the client must make of it.
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { PortalLinkRequest } from "../../src/index.js";

/** Whatever holds this word must not show up anywhere. */
export const CANARY = "canary";
export const credentials = {
  apiKey: "canary_api_key",
  apiSecret: "canary_api_secret",
};

export interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  /** How many requests came before, in the same test. */
  visits: number;
  /** Another origin, where no request must ever arrive. */
  elsewhere: string;
}

export interface Animal {
  animal: string;
  /** Nobody listens, when there is none. */
  serve?: (visit: Visit) => void;
  request?: PortalLinkRequest;
  timeoutMs?: number;
  /** How many requests arrive. @default 1 */
  visits?: number;
  expected:
    | { link: object; violations?: { field: string; rule: string }[] }
    | { error: string; message: RegExp; details?: Record<string, unknown> };
}

const customer_id = "cus_abc123";
const subscription_id = "sub_abc123";
const withSubscription = { customer_id, subscription_id };

const result = {
  id: "cpl_HVpCeoNys1f22X7QcuWHY",
  session_id: "ses_canary-session",
  customer_id,
  link_url: "https://pay.kwik.co.za/portal/canary_link",
  expires_at: "2026-03-13T12:30:00Z",
};
const success = { status: true, result };
const successWith = (changes: object) => ({
  status: true,
  result: { ...result, ...changes },
});
const without = (field: keyof typeof result) => {
  const { [field]: _, ...rest } = result;
  return { status: true, result: rest };
};

const json = (
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
) =>
  text(JSON.stringify(body), status, {
    "Content-Type": "application/json",
    ...headers,
  });
const text =
  (
    body: string | Buffer,
    status = 200,
    headers: Record<string, string> = { "Content-Type": "text/html" },
  ) =>
  ({ response }: Visit) => {
    response.writeHead(status, headers).end(body);
  };

/** An error that shows all it was sent, and a link besides. */
const tactless =
  (status: number, code: string, headers: Record<string, string> = {}) =>
  (visit: Visit) => {
    const { authorization } = visit.request.headers;
    const pair = Buffer.from(
      String(authorization).slice("Basic ".length),
      "base64",
    ).toString();
    json(
      {
        status: false,
        error_code: code,
        error_message: `Refused ${authorization} for ${pair} at ${result.link_url}`,
        error_details: [
          {
            record: visit.request.headers,
            errors: {
              "settings.cancel_type": {
                message: `not ${result.session_id}`,
                rule: "enum",
              },
            },
          },
        ],
        result,
      },
      status,
      {
        "X-Echo": String(authorization),
        "Set-Cookie": `session=${result.session_id}`,
        Location: result.link_url,
        ...headers,
      },
    )(visit);
  };
const page = `<html><h1>Sorry</h1><p>Basic ${btoa("canary_api_key:canary_api_secret")} <a href="${result.link_url}">go on</a> ses_canary</p></html>`;

const inTurn =
  (...serves: ((visit: Visit) => void)[]) =>
  (visit: Visit) =>
    serves[Math.min(visit.visits, serves.length - 1)]?.(visit);
const refused = (headers: Record<string, string>, status = 429) =>
  json(
    { status: false, error_code: "429", error_message: "Slow down" },
    status,
    headers,
  );

const link = { link: result };
const broken = (message: RegExp, details: object = {}) => ({
  error: "KwikContractError",
  message,
  details: { status: 200, ...details },
});
const noAnswer = (message: RegExp) => ({
  error: "KwikConnectionError",
  message,
});
const tooLate = {
  error: "KwikTimeoutError",
  message: /^No answer within 200 ms$/,
  details: { timeoutMs: 200 },
};

export const ANIMALS: Animal[] = [
  // Tame ones
  { animal: "a good answer", serve: json(success), expected: link },
  {
    animal: "a good answer for a subscription",
    request: withSubscription,
    serve: json(successWith({ subscription_id })),
    expected: { link: { ...result, subscription_id } },
  },
  {
    animal: "a field that the contract does not know",
    serve: json(successWith({ new: [1] })),
    expected: { link: { ...result, new: [1] } },
  },
  {
    animal: "a good body of the wrong content type",
    serve: text(JSON.stringify(success)),
    expected: link,
  },
  {
    animal: "a good body of no content type",
    serve: text(JSON.stringify(success), 200, {}),
    expected: link,
  },
  {
    animal: "a link by http, from an API on loopback",
    serve: json(successWith({ link_url: "http://127.0.0.1/canary" })),
    expected: { link: { ...result, link_url: "http://127.0.0.1/canary" } },
  },
  { animal: "HTTP 201", serve: json(success, 201), expected: link },

  // Those that only bend the contract
  {
    animal: "a session id of 33 characters",
    serve: json(successWith({ session_id: "ses_" + "x".repeat(29) })),
    expected: {
      link: { ...result, session_id: "ses_" + "x".repeat(29) },
      violations: [{ field: "result.session_id", rule: "maxLength" }],
    },
  },
  {
    animal: "a local time",
    serve: json(successWith({ expires_at: "2026-03-13 12:30:00" })),
    expected: {
      link: { ...result, expires_at: "2026-03-13 12:30:00" },
      violations: [{ field: "result.expires_at", rule: "format" }],
    },
  },
  {
    animal: "a link that only a browser would take for a URL",
    serve: json(
      successWith({ link_url: "https://pay.kwik.co.za/portal/{canary}" }),
    ),
    expected: {
      link: { ...result, link_url: "https://pay.kwik.co.za/portal/{canary}" },
      violations: [{ field: "result.link_url", rule: "format" }],
    },
  },

  // No answer
  {
    animal: "connection refused",
    visits: 0,
    expected: noAnswer(/^No answer \(connect ECONNREFUSED 127\.0\.0\.1:\d+\)$/),
  },
  {
    animal: "a reset before the headers",
    serve: ({ request }) => request.socket.resetAndDestroy(),
    expected: noAnswer(/^No answer \(.*(ECONNRESET|other side closed).*\)$/),
  },
  {
    animal: "a reset after the headers",
    serve: ({ request, response }) =>
      response
        .writeHead(200, { "Content-Length": 999 })
        .write("{", () => request.socket.resetAndDestroy()),
    expected: noAnswer(
      /^No answer \(.*(ECONNRESET|other side closed|terminated).*\)$/,
    ),
  },
  {
    animal: "an end before the announced length",
    serve: ({ request, response }) =>
      response
        .writeHead(200, { "Content-Length": 999 })
        .write(JSON.stringify(success), () => request.socket.end()),
    expected: noAnswer(/^No answer \(.*(other side closed|terminated).*\)$/),
  },
  {
    animal: "no HTTP at all",
    serve: ({ request }) => request.socket.end(`SSH-2.0 ${CANARY}\r\n`),
    expected: noAnswer(/^No answer \(.+\)$/),
  },
  { animal: "silence", timeoutMs: 200, serve: () => {}, expected: tooLate },
  {
    animal: "headers, then silence",
    timeoutMs: 200,
    serve: ({ response }) => response.writeHead(200).flushHeaders(),
    expected: tooLate,
  },
  {
    animal: "a byte, and another a second later",
    timeoutMs: 200,
    serve: ({ response }) => response.write("{"),
    expected: tooLate,
  },
  {
    animal: "429 that outlasts the time-out of its retry",
    timeoutMs: 200,
    visits: 2,
    serve: inTurn(refused({ "Retry-After": "0" }), () => {}),
    expected: tooLate,
  },

  // Bodies that are no answer
  {
    animal: "truncated JSON",
    serve: text(JSON.stringify(success).slice(0, -9)),
    expected: broken(/^The response: it is not JSON\.$/, { body: undefined }),
  },
  {
    animal: "HTML",
    serve: text(page),
    expected: broken(/^The response: it is not JSON\.$/, {
      body: containing("Sorry"),
    }),
  },
  {
    animal: "nothing",
    serve: text(""),
    expected: broken(/^The response: it is empty\.$/),
  },
  {
    animal: "HTTP 204",
    serve: ({ response }) => response.writeHead(204).end(),
    expected: broken(/^The response: it is empty\.$/, { status: 204 }),
  },
  {
    animal: "5 MB of JSON",
    serve: json(successWith({ padding: "x".repeat(5e6) })),
    expected: broken(/^The response: it is larger than 1 MiB\.$/),
  },
  {
    animal: "5 MB of JSON, of unknown length",
    serve: ({ response }) =>
      response
        .writeHead(200)
        .write(JSON.stringify(successWith({ padding: "x".repeat(5e6) }))),
    expected: broken(/^The response: it is larger than 1 MiB\.$/),
  },
  {
    animal: "5 MB of JSON, compressed to a few kB",
    serve: text(
      gzipSync(JSON.stringify(successWith({ padding: "x".repeat(5e6) }))),
      200,
      { "Content-Encoding": "gzip" },
    ),
    expected: broken(/^The response: it is larger than 1 MiB\.$/),
  },
  {
    animal: "invalid UTF-8",
    serve: text(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
    expected: broken(/^The response: it is not UTF-8\.$/),
  },
  {
    animal: "UTF-8 cut in a letter",
    serve: text(Buffer.from([0x22, 0xc3])),
    expected: broken(/^The response: it is not UTF-8\.$/),
  },
  {
    animal: "deep nesting",
    serve: text("[".repeat(100_000) + "]".repeat(100_000)),
    expected: broken(/^The response: it must be an object\.$/),
  },
  {
    animal: "deep nesting in a failure",
    serve: text(
      `{"status":false,"error_details":${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
    ),
    expected: { error: "KwikApiError", message: /^Refused \(HTTP 200\)$/ },
  },
  ...[null, [], "text", 1, true].map((body) => ({
    animal: `${JSON.stringify(body)} for a body`,
    serve: json(body),
    expected: broken(/^The response: it must be an object\.$/),
  })),

  // Answers that break the contract
  {
    animal: "`status` as a string",
    serve: json({ ...success, status: "true" }),
    expected: broken(/status must be a boolean; status must be true/),
  },
  {
    animal: "no `status`",
    serve: json({ result }),
    expected: broken(/^The response: status is missing\.$/),
  },
  {
    animal: "`status: true` with an error body",
    serve: json({
      status: true,
      error_code: "005",
      error_message: "Validation failed",
    }),
    expected: broken(/result is missing/),
  },
  {
    animal: "`result: null`",
    serve: json({ status: true, result: null }),
    expected: broken(/^The response: result must be an object\.$/),
  },
  ...(
    ["id", "session_id", "customer_id", "link_url", "expires_at"] as const
  ).flatMap((field) => [
    {
      animal: `no ${field}`,
      serve: json(without(field)),
      expected: broken(
        new RegExp(`^The response: result\\.${field} is missing`),
      ),
    },
    {
      animal: `${field} of null`,
      serve: json(successWith({ [field]: null })),
      expected: broken(
        new RegExp(`^The response: result\\.${field} must be a string`),
      ),
    },
    {
      animal: `${field} of a number`,
      serve: json(successWith({ [field]: 1 })),
      expected: broken(
        new RegExp(`^The response: result\\.${field} must be a string`),
      ),
    },
  ]),
  ...[
    "",
    "/portal/canary",
    "//pay.kwik.co.za/canary",
    "javascript:alert('canary')",
    "data:text/html,canary",
    "https://",
    "https:/pay.kwik.co.za/canary",
    "https://pay.kwik.co.za/canary\r\nSet-Cookie: a=b",
    " https://pay.kwik.co.za/canary",
  ].map((link_url) => ({
    animal: `a link of ${JSON.stringify(link_url)}`,
    serve: json(successWith({ link_url })),
    expected: broken(/result\.link_url must be an absolute https URL/),
  })),
  {
    animal: "another customer",
    serve: json(successWith({ customer_id: "cus_canary" })),
    expected: broken(
      /^The response: result\.customer_id must be as in the request\.$/,
    ),
  },
  {
    animal: "no subscription_id, though asked for",
    request: withSubscription,
    serve: json(success),
    expected: broken(
      /^The response: result\.subscription_id must be as in the request\.$/,
    ),
  },
  {
    animal: "another subscription",
    request: withSubscription,
    serve: json(successWith({ subscription_id: "sub_canary" })),
    expected: broken(
      /^The response: result\.subscription_id must be as in the request\.$/,
    ),
  },
  {
    animal: "a subscription_id, though none was asked for",
    serve: json(successWith({ subscription_id: "sub_canary" })),
    expected: broken(
      /^The response: result\.subscription_id must be as in the request\.$/,
    ),
  },
  {
    animal: "a subscription_id of null",
    serve: json(successWith({ subscription_id: null })),
    expected: broken(/^The response: result\.subscription_id must be a string/),
  },

  // The API says no
  ...[200, 400, 401, 403, 404, 422, 429, 500, 503].flatMap(
    (status): Animal[] => [
      {
        animal: `HTTP ${status} with the envelope`,
        serve: tactless(
          status,
          "007",
          status === 429 ? { "Retry-After": "3600" } : {},
        ),
        expected: {
          error: "KwikApiError",
          message:
            /^Refused .*hidden.* \(007\): settings\.cancel_type: not \[hidden\]$/,
          details: { status, code: "007" },
        },
      },
      ...(status === 200
        ? []
        : [
            {
              animal: `HTTP ${status} without the envelope`,
              serve: text(
                page,
                status,
                status === 429 ? { "Retry-After": "3600" } : {},
              ),
              expected: {
                error: "KwikApiError",
                message: new RegExp(`^Refused \\(HTTP ${status}\\)$`),
                details: { status, code: undefined, body: containing("Sorry") },
              },
            },
            {
              animal: `HTTP ${status} without a body`,
              serve: text(
                "",
                status,
                status === 429 ? { "Retry-After": "3600" } : {},
              ),
              expected: {
                error: "KwikApiError",
                message: new RegExp(`^Refused \\(HTTP ${status}\\)$`),
                details: { status },
              },
            },
          ]),
    ],
  ),
  {
    animal: "a link with slashes escapeHtml, in a message",
    serve: text(
      `{"status":false,"error_message":"see https:\\/\\/pay.kwik.co.za\\/portal\\/canary"}`,
    ),
    expected: {
      error: "KwikApiError",
      message: /^see \[hidden\] \(HTTP 200\)$/,
    },
  },
  {
    animal: "a success under HTTP 500",
    serve: json(success, 500),
    expected: { error: "KwikApiError", message: /^Refused \(HTTP 500\)$/ },
  },
  ...[301, 302, 303, 307, 308].map((status): Animal => ({
    animal: `HTTP ${status} to another host`,
    serve: ({ response, elsewhere }) =>
      response.writeHead(status, { Location: `${elsewhere}/canary` }).end(),
    expected: {
      error: "KwikApiError",
      message: new RegExp(`^Redirects are not followed \\(HTTP ${status}\\)$`),
      details: { status },
    },
  })),

  // Retries
  {
    animal: "429, then a good answer",
    visits: 2,
    serve: inTurn(refused({}), json(success)),
    expected: link,
  },
  {
    animal: "429 twice, then a good answer",
    visits: 3,
    serve: inTurn(
      refused({ "Retry-After": "0" }),
      refused({ "retry-after-ms": "1" }),
      json(success),
    ),
    expected: link,
  },
  {
    animal: "429 for ever",
    visits: 3,
    serve: refused({ "Retry-After": "0" }),
    expected: {
      error: "KwikApiError",
      message: /^Slow down \(429\)$/,
      details: { status: 429 },
    },
  },
  {
    animal: "429 for an hour",
    serve: refused({ "Retry-After": "3600" }),
    expected: { error: "KwikApiError", message: /^Slow down \(429\)$/ },
  },
  {
    animal: "503 with Retry-After in seconds",
    visits: 2,
    serve: inTurn(refused({ "Retry-After": "0" }, 503), json(success)),
    expected: link,
  },
  {
    animal: "503 with Retry-After in ms",
    visits: 2,
    serve: inTurn(refused({ "retry-after-ms": "5" }, 503), json(success)),
    expected: link,
  },
  {
    animal: "503 with Retry-After as a date",
    visits: 2,
    serve: inTurn(
      refused({ "Retry-After": new Date(0).toUTCString() }, 503),
      json(success),
    ),
    expected: link,
  },
  {
    animal: "503 with a Retry-After that is neither",
    serve: refused({ "Retry-After": "soon" }, 503),
    expected: {
      error: "KwikApiError",
      message: /^Slow down \(429\)$/,
      details: { status: 503 },
    },
  },
  {
    animal: "503 without Retry-After",
    serve: refused({}, 503),
    expected: {
      error: "KwikApiError",
      message: /^Slow down \(429\)$/,
      details: { status: 503 },
    },
  },
  {
    animal: "500 with Retry-After",
    serve: refused({ "Retry-After": "0" }, 500),
    expected: {
      error: "KwikApiError",
      message: /^Slow down \(429\)$/,
      details: { status: 500 },
    },
  },
];

/** In a table of data, where no `expect` is at hand. */
function containing(part: string): object {
  return {
    asymmetricMatch: (value: unknown) => String(value).includes(part),
    toString: () => `containing ${part}`,
  };
}
