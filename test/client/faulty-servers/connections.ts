import {
  apiError,
  CANARY,
  connectionError,
  json,
  link,
  success,
  timeoutError,
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

const timeoutMs = 200;
const timedOut = timeoutError(/^No answer within 200 ms$/, { timeoutMs });
const slowDown = (status: number) =>
  apiError(/^Slow down \(429\)$/, { status });

const retried = (name: string, ...serves: Serve[]): FaultyServer => [
  `${name}, then a good answer`,
  inTurn(...serves, json(success)),
  link(),
  { requests: serves.length + 1 },
];

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
  ["silence", () => {}, timedOut, { timeoutMs }],
  [
    "headers, then silence",
    ({ response }) => response.writeHead(200).flushHeaders(),
    timedOut,
    { timeoutMs },
  ],
  [
    "a byte, then silence",
    ({ response }) => response.write("{"),
    timedOut,
    { timeoutMs },
  ],
  [
    "429 that outlasts the time-out of its retry",
    inTurn(refused({ "Retry-After": "0" }), () => {}),
    timedOut,
    { timeoutMs, requests: 2 },
  ],

  retried("429", refused({})),
  retried(
    "429 twice",
    refused({ "Retry-After": "0" }),
    refused({ "retry-after-ms": "1" }),
  ),
  ...[
    { "Retry-After": "0" },
    { "retry-after-ms": "5" },
    { "Retry-After": new Date(0).toUTCString() },
    { "retry-after-ms": "soon", "Retry-After": "0" },
  ].map((headers) =>
    retried(`503 with ${JSON.stringify(headers)}`, refused(headers, 503)),
  ),
  ...(
    [
      [429, { "Retry-After": "3600" }],
      [500, { "Retry-After": "0" }],
      [503, {}],
      [503, { "Retry-After": "soon" }],
      [503, { "Retry-After": "soon 3" }],
    ] as const
  ).map(([status, headers]): FaultyServer => [
    `${status} with ${JSON.stringify(headers)}, once`,
    refused({ ...headers }, status),
    slowDown(status),
  ]),
  [
    "429 for ever",
    refused({ "Retry-After": "0" }),
    slowDown(429),
    { requests: 3 },
  ],
];
