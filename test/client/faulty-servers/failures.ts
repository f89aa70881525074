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
  ...[200, ...STATUSES].map((status): FaultyServer => [
    `HTTP ${status} with the envelope`,
    indiscreet(status),
    apiError(
      /^Refused .*hidden.* \(007\): settings\.cancel_type: not \[hidden\]$/,
      { status, code: "007" },
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
];
