import {
  success,
  json,
  inTurn,
  refused,
  link,
  type ServerCase,
} from "./server-case.js";

export const RETRIES: ServerCase[] = [
  {
    name: "429, then a good answer",
    visits: 2,
    serve: inTurn(refused({}), json(success)),
    expected: link,
  },
  {
    name: "429 twice, then a good answer",
    visits: 3,
    serve: inTurn(
      refused({ "Retry-After": "0" }),
      refused({ "retry-after-ms": "1" }),
      json(success),
    ),
    expected: link,
  },
  {
    name: "429 for ever",
    visits: 3,
    serve: refused({ "Retry-After": "0" }),
    expected: {
      error: "KwikApiError",
      message: /^Slow down \(429\)$/,
      details: { status: 429 },
    },
  },
  {
    name: "429 for an hour",
    serve: refused({ "Retry-After": "3600" }),
    expected: { error: "KwikApiError", message: /^Slow down \(429\)$/ },
  },
  {
    name: "503 with Retry-After in seconds",
    visits: 2,
    serve: inTurn(refused({ "Retry-After": "0" }, 503), json(success)),
    expected: link,
  },
  {
    name: "503 with Retry-After in ms",
    visits: 2,
    serve: inTurn(refused({ "retry-after-ms": "5" }, 503), json(success)),
    expected: link,
  },
  {
    name: "503 with Retry-After as a date",
    visits: 2,
    serve: inTurn(
      refused({ "Retry-After": new Date(0).toUTCString() }, 503),
      json(success),
    ),
    expected: link,
  },
  {
    name: "503 with a Retry-After that is neither",
    serve: refused({ "Retry-After": "soon" }, 503),
    expected: {
      error: "KwikApiError",
      message: /^Slow down \(429\)$/,
      details: { status: 503 },
    },
  },
  {
    name: "503 without Retry-After",
    serve: refused({}, 503),
    expected: {
      error: "KwikApiError",
      message: /^Slow down \(429\)$/,
      details: { status: 503 },
    },
  },
  {
    name: "500 with Retry-After",
    serve: refused({ "Retry-After": "0" }, 500),
    expected: {
      error: "KwikApiError",
      message: /^Slow down \(429\)$/,
      details: { status: 500 },
    },
  },
  {
    name: "503 with a date that is none",
    serve: refused({ "Retry-After": "soon 3" }, 503),
    expected: { error: "KwikApiError", message: /^Slow down \(429\)$/ },
  },
  {
    name: "503 with an unreadable retry-after-ms beside Retry-After",
    visits: 2,
    serve: inTurn(
      refused({ "retry-after-ms": "soon", "Retry-After": "0" }, 503),
      json(success),
    ),
    expected: link,
  },
];
