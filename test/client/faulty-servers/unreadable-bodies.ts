import { gzipSync } from "node:zlib";
import {
  CANARY,
  noAnswer,
  success,
  successWith,
  json,
  text,
  page,
  broken,
  containing,
  type ServerCase,
} from "./server-case.js";

export const UNREADABLE_BODIES: ServerCase[] = [
  {
    name: "truncated JSON",
    serve: text(JSON.stringify(success).slice(0, -9)),
    expected: broken(/^The response: it is not JSON\.$/, { body: undefined }),
  },
  {
    name: "HTML",
    serve: text(page),
    expected: broken(/^The response: it is not JSON\.$/, {
      body: containing("Sorry"),
    }),
  },
  {
    name: "nothing",
    serve: text(""),
    expected: broken(/^The response: it is empty\.$/),
  },
  {
    name: "HTTP 204",
    serve: ({ response }) => response.writeHead(204).end(),
    expected: broken(/^The response: it is empty\.$/, { status: 204 }),
  },
  {
    name: "5 MB of JSON",
    serve: json(successWith({ padding: "x".repeat(5e6) })),
    expected: broken(/^The response: it is larger than 1 MiB\.$/),
  },
  {
    name: "5 MB of JSON, of unknown length",
    serve: ({ response }) =>
      response
        .writeHead(200)
        .write(JSON.stringify(successWith({ padding: "x".repeat(5e6) }))),
    expected: broken(/^The response: it is larger than 1 MiB\.$/),
  },
  {
    name: "5 MB of JSON, compressed to a few kB",
    serve: text(
      gzipSync(JSON.stringify(successWith({ padding: "x".repeat(5e6) }))),
      200,
      { "Content-Encoding": "gzip" },
    ),
    expected: broken(/^The response: it is larger than 1 MiB\.$/),
  },
  {
    name: "invalid UTF-8",
    serve: text(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
    expected: broken(/^The response: it is not UTF-8\.$/),
  },
  {
    name: "UTF-8 cut in a letter",
    serve: text(Buffer.from([0x22, 0xc3])),
    expected: broken(/^The response: it is not UTF-8\.$/),
  },
  {
    name: "deep nesting",
    serve: text("[".repeat(100_000) + "]".repeat(100_000)),
    expected: broken(/^The response: it must be of type object\.$/),
  },
  {
    name: "deep nesting in a failure",
    serve: text(
      `{"status":false,"error_details":${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
    ),
    expected: { error: "KwikApiError", message: /^Refused \(HTTP 200\)$/ },
  },
  ...[null, [], "text", 1, true].map((body) => ({
    name: `${JSON.stringify(body)} for a body`,
    serve: json(body),
    expected: broken(/^The response: it must be of type object\.$/),
  })),
  // Each of them a whole message of HTTP: only what is inside was cut off.
  ...[-20, 12, 0].map((end) => ({
    name: `gzip that was cut off at ${end}`,
    serve: text(gzipSync(JSON.stringify(success)).subarray(0, end), 200, {
      "Content-Encoding": "gzip",
    }),
    expected: noAnswer(/^No answer \(the compressed body ended early\)$/),
  })),
  {
    name: "gzip that is none",
    serve: text(CANARY, 200, { "Content-Encoding": "gzip" }),
    expected: noAnswer(/^No answer \(.*incorrect header check.*\)$/),
  },
  {
    name: "a compressed page",
    serve: text(gzipSync(page), 200, { "Content-Encoding": "gzip" }),
    expected: broken(/^The response: it is not JSON\.$/),
  },
];
