import {
  apiError,
  containing,
  json,
  page,
  result,
  success,
  text,
  type FaultyServer,
  type Serve,
} from "./faulty-server.js";

/** 429 is retried, unless the wait is too long. */
const headersOf = (status: number): Record<string, string> =>
  status === 429 ? { "Retry-After": "3600" } : {};

/** A failure that shows all it was sent, and a link besides. */
const indiscreet =
  (status: number): Serve =>
  (exchange) => {
    const { headers } = exchange.request;
    const authorization = String(headers.authorization);
    const pair = atob(authorization.slice("Basic ".length));
    json(
      {
        status: false,
        error_code: "007",
        error_message: `Refused ${authorization} for ${pair} at ${result.link_url}`,
        error_details: [
          {
            record: headers,
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
        "X-Echo": authorization,
        "Set-Cookie": `session=${result.session_id}`,
        Location: result.link_url,
        ...headersOf(status),
      },
    )(exchange);
  };

const withoutEnvelope = (status: number, details: object = {}) =>
  apiError(new RegExp(`^Refused \\(HTTP ${status}\\)$`), {
    status,
    code: undefined,
    ...details,
  });

const STATUSES = [400, 401, 403, 404, 422, 429, 500, 503];

/** Failures, with the vendor's envelope and without, and redirects. */
export const FAILURES: FaultyServer[] = [
  ...[200, 201, 409, 418, 502, ...STATUSES].map((status): FaultyServer => [
    `HTTP ${status} with the envelope`,
    indiscreet(status),
    apiError(
      /^Refused .*hidden.* \(007\): settings\.cancel_type: not \[hidden\]$/,
      {
        status,
        code: "007",
        fieldErrors: {
          "settings.cancel_type": { message: "not [hidden]", rule: "enum" },
        },
      },
    ),
  ]),
  ...STATUSES.flatMap((status): FaultyServer[] => [
    [
      `HTTP ${status} without the envelope`,
      text(page, status, headersOf(status)),
      withoutEnvelope(status, { body: containing("Sorry") }),
    ],
    [
      `HTTP ${status} without a body`,
      text("", status, headersOf(status)),
      withoutEnvelope(status),
    ],
  ]),
  [
    "a link with escaped slashes, in a message",
    text(
      `{"status":false,"error_message":"see https:\\/\\/pay.kwik.co.za\\/portal\\/canary"}`,
    ),
    apiError(/^see \[hidden\] \(HTTP 200\)$/),
  ],
  ["a success under HTTP 500", json(success, 500), withoutEnvelope(500)],
  ...[301, 302, 303, 307, 308].map((status): FaultyServer => [
    `HTTP ${status} to another host`,
    ({ response, elsewhere }) =>
      response.writeHead(status, { Location: `${elsewhere}/canary` }).end(),
    apiError(new RegExp(`^Redirects are not followed \\(HTTP ${status}\\)$`), {
      status,
    }),
  ]),
  ...[300, 304, 305, 306, 418, 600, 999].map((status): FaultyServer => [
    `HTTP ${status}`,
    text("", status, { Location: "/canary" }),
    withoutEnvelope(status),
  ]),
  ...(
    [
      [{}, /^Refused \(HTTP 200\)$/],
      [{ error_code: "042", error_message: "New" }, /^New \(042\)$/, "042"],
      [{ error_code: 5, error_message: "Old" }, /^Old \(5\)$/, "5"],
      [
        { error_code: null, error_message: null, error_details: null },
        /^Refused \(HTTP 200\)$/,
      ],
      [{ error_details: {} }, /^Refused \(HTTP 200\)$/],
      [
        { error_details: [null, { errors: null }, 1] },
        /^Refused \(HTTP 200\)$/,
      ],
    ] as const
  ).map(([fields, message, code]): FaultyServer => [
    `a failure with ${JSON.stringify(fields)}`,
    json({ status: false, ...fields }),
    apiError(message, { code, fieldErrors: {} }),
  ]),
  [
    "field errors of several records, some malformed",
    json({
      status: false,
      error_details: [
        { errors: { a: { message: "Required.", rule: "required" }, b: null } },
        { errors: { c: "text", d: { message: ["m"] } } },
      ],
    }),
    apiError(
      /^Refused \(HTTP 200\): a: Required\.; b: null; c: text; d: \["m"\]$/,
      {
        fieldErrors: {
          a: { message: "Required.", rule: "required" },
          b: { message: "null", rule: "unknown" },
          c: { message: "text", rule: "unknown" },
          d: { message: '["m"]', rule: "unknown" },
        },
      },
    ),
  ],
  [
    "an error_message nested 100,000 deep",
    text(
      `{"status":false,"error_message":${"[".repeat(1e5)}${"]".repeat(1e5)}}`,
    ),
    apiError(/^\(nested too deep\) \(HTTP 200\)$/),
  ],
  [
    "a message of many lines, with control characters",
    json({
      status: false,
      error_message: "one\r\ntwo\u2028three\u0000\u001b[31m\u202efour",
    }),
    apiError(/^one two three \[31m four \(HTTP 200\)$/),
  ],
  [
    "a message of 900 kB",
    json({ status: false, error_message: "no ".repeat(300_000) }),
    apiError(/^(no ){166}no\.\.\. \(HTTP 200\)$/),
  ],
  [
    "10,000 fields with an error",
    json({
      status: false,
      error_details: {
        errors: Object.fromEntries(
          Array.from({ length: 10_000 }, (_, i) => [`field${i}`, "no"]),
        ),
      },
    }),
    apiError(/^Refused \(HTTP 200\): field0: no; .{900,1000}\.\.\.$/, {
      fieldErrors: {
        asymmetricMatch: (errors: object) => Object.keys(errors).length === 100,
      },
    }),
  ],
];
