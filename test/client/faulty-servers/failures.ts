import { gzipSync } from "node:zlib";
import {
  success,
  json,
  text,
  tactless,
  page,
  containing,
  type ServerCase,
} from "./server-case.js";

export const FAILURES: ServerCase[] = [
  ...[200, 400, 401, 403, 404, 422, 429, 500, 503].flatMap(
    (status): ServerCase[] => [
      {
        name: `HTTP ${status} with the envelope`,
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
              name: `HTTP ${status} without the envelope`,
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
              name: `HTTP ${status} without a body`,
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
    name: "a link with escaped slashes, in a message",
    serve: text(
      `{"status":false,"error_message":"see https:\\/\\/pay.kwik.co.za\\/portal\\/canary"}`,
    ),
    expected: {
      error: "KwikApiError",
      message: /^see \[hidden\] \(HTTP 200\)$/,
    },
  },
  {
    name: "a success under HTTP 500",
    serve: json(success, 500),
    expected: { error: "KwikApiError", message: /^Refused \(HTTP 500\)$/ },
  },
  ...[301, 302, 303, 307, 308].map((status): ServerCase => ({
    name: `HTTP ${status} to another host`,
    serve: ({ response, elsewhere }) =>
      response.writeHead(status, { Location: `${elsewhere}/canary` }).end(),
    expected: {
      error: "KwikApiError",
      message: new RegExp(`^Redirects are not followed \\(HTTP ${status}\\)$`),
      details: { status },
    },
  })),
  // The status decides before the body.
  {
    name: "HTTP 502 with a page in Latin-1",
    serve: text(Buffer.from("<h1>Ung\xfcltig</h1>", "latin1"), 502),
    expected: {
      error: "KwikApiError",
      message: /^Refused \(HTTP 502\)$/,
      details: { status: 502, body: "<h1>Ung\ufffdltig</h1>" },
    },
  },
  {
    name: "HTTP 200 with the envelope in Latin-1",
    serve: text(
      Buffer.from(`{"status":false,"error_message":"Ung\xfcltig"}`, "latin1"),
    ),
    expected: {
      error: "KwikApiError",
      message: /^Ung\ufffdltig \(HTTP 200\)$/,
    },
  },
  {
    name: "HTTP 502 with a page of 5 MB",
    serve: text(`Sorry ${"x ".repeat(2.5e6)}`, 502),
    expected: {
      error: "KwikApiError",
      message: /^Refused \(HTTP 502\)$/,
      details: { body: containing("Sorry") },
    },
  },
  {
    name: "HTTP 500 with gzip that was cut off",
    serve: text(gzipSync(page).subarray(0, -20), 500, {
      "Content-Encoding": "gzip",
    }),
    expected: { error: "KwikApiError", message: /^Refused \(HTTP 500\)$/ },
  },
  ...[300, 304, 305, 306, 418, 600, 999].map((status): ServerCase => ({
    name: `HTTP ${status}`,
    serve: text("", status, { Location: "/canary" }),
    expected: {
      error: "KwikApiError",
      message: new RegExp(`^Refused \\(HTTP ${status}\\)$`),
      details: { status },
    },
  })),
  {
    name: "an error_message nested 5,000 deep",
    serve: text(
      `{"status":false,"error_message":${"[".repeat(5000)}${"]".repeat(5000)}}`,
    ),
    expected: {
      error: "KwikApiError",
      message: /^\(nested too deep\) \(HTTP 200\)$/,
    },
  },
  {
    name: "a message of many lines, with control characters",
    serve: json({
      status: false,
      error_message: "one\r\ntwo\u2028three\u0000\u001b[31m\u202efour",
    }),
    expected: {
      error: "KwikApiError",
      message: /^one two three \[31m four \(HTTP 200\)$/,
    },
  },
  {
    name: "a message of 900 kB",
    serve: json({ status: false, error_message: "no ".repeat(300_000) }),
    expected: {
      error: "KwikApiError",
      message: /^(no ){166}no\.\.\. \(HTTP 200\)$/,
    },
  },
  {
    name: "10,000 fields with an error",
    serve: json({
      status: false,
      error_message: "Refused",
      error_details: [
        {
          record: {},
          errors: Object.fromEntries(
            Array.from({ length: 10_000 }, (_, i) => [`field${i}`, "no"]),
          ),
        },
      ],
    }),
    expected: {
      error: "KwikApiError",
      message: /^Refused \(HTTP 200\): field0: no; .{900,1000}\.\.\.$/,
    },
  },
];
