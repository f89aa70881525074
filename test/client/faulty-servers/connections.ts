import {
  apiError,
  CANARY,
  connectionError,
  json,
  link,
  success,
  type FaultyServer,
  type Serve,
} from "./faulty-server.js";

const inTurn =
  (...serves: Serve[]): Serve =>
  (exchange) =>
    serves[Math.min(exchange.earlier, serves.length - 1)]?.(exchange);
const refused = (headers: Record<string, string>, status = 429) =>
  json(
    { status: false, error_code: "429", error_message: "Slow down" },
    status,
    headers,
  );

const timeoutMs = 400;
const timeoutError = {
  error: "KwikTimeoutError",
  message: /^No answer within 400 ms$/,
  details: { timeoutMs },
};
const slowDown = (status: number) =>
  apiError(/^Slow down \(429\)$/, { status });

/** Connections that break or wait, and failures that are retried. */
export const CONNECTIONS: FaultyServer[] = [
  [
    "connection refused",
    undefined,
    connectionError(/^No answer \(connect ECONNREFUSED 127\.0\.0\.1:\d+\)$/),
    { requests: 0 },
  ],
  [
    "a reset before the headers",
    ({ request }) => request.socket.resetAndDestroy(),
    connectionError(/^No answer \(.*(ECONNRESET|other side closed).*\)$/),
  ],
  [
    "a reset after the headers",
    ({ request, response }) =>
      response
        .writeHead(200, { "Content-Length": 999 })
        .write("{", () => request.socket.resetAndDestroy()),
    connectionError(
      /^No answer \(.*(ECONNRESET|other side closed|terminated).*\)$/,
    ),
  ],
  [
    "an end before the announced length",
    ({ request, response }) =>
      response
        .writeHead(200, { "Content-Length": 999 })
        .write(JSON.stringify(success), () => request.socket.end()),
    connectionError(/^No answer \(.*(other side closed|terminated).*\)$/),
  ],
  [
    "no HTTP at all",
    ({ request }) => request.socket.end(`SSH-2.0 ${CANARY}\r\n`),
    connectionError(/^No answer \(.+\)$/),
  ],
  ["silence", () => {}, timeoutError, { timeoutMs }],
  [
    "headers, then silence",
    ({ response }) => response.writeHead(200).flushHeaders(),
    timeoutError,
    { timeoutMs },
  ],
  [
    "a byte, then silence",
    ({ response }) => response.write("{"),
    timeoutError,
    { timeoutMs },
  ],
  [
    "429 that outlasts the time-out of its retry",
    inTurn(refused({ "Retry-After": "0" }), () => {}),
    timeoutError,
    { timeoutMs, requests: 2 },
  ],

  [
    "429, then a good answer",
    inTurn(refused({}), json(success)),
    link(),
    { requests: 2 },
  ],
  [
    "429 twice, then a good answer",
    inTurn(
      refused({ "Retry-After": "0" }),
      refused({ "retry-after-ms": "1" }),
      json(success),
    ),
    link(),
    { requests: 3 },
  ],
  [
    "429 for ever",
    refused({ "Retry-After": "0" }),
    slowDown(429),
    { requests: 3 },
  ],
  ["429 for an hour", refused({ "Retry-After": "3600" }), slowDown(429)],
  [
    "503 with Retry-After in seconds",
    inTurn(refused({ "Retry-After": "0" }, 503), json(success)),
    link(),
    { requests: 2 },
  ],
  [
    "503 with Retry-After in ms",
    inTurn(refused({ "retry-after-ms": "5" }, 503), json(success)),
    link(),
    { requests: 2 },
  ],
  [
    "503 with Retry-After as a date",
    inTurn(
      refused({ "Retry-After": new Date(0).toUTCString() }, 503),
      json(success),
    ),
    link(),
    { requests: 2 },
  ],
  [
    "503 with a Retry-After that is neither",
    refused({ "Retry-After": "soon" }, 503),
    slowDown(503),
  ],
  ["503 without Retry-After", refused({}, 503), slowDown(503)],
  ["500 with Retry-After", refused({ "Retry-After": "0" }, 500), slowDown(500)],
];
