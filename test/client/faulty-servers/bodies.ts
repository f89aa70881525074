import { gzipSync } from "node:zlib";
import {
  apiError,
  containing,
  contractError,
  json,
  page,
  success,
  successWith,
  text,
  type FaultyServer,
} from "./faulty-server.js";

const large = JSON.stringify(successWith({ padding: "x".repeat(5e6) }));
const tooLarge = contractError(/^The response: it is larger than 1 MiB\.$/);
const notUtf8 = contractError(/^The response: it is not UTF-8\.$/);
const notAnObject = contractError(/^The response: it must be an object\.$/);

/** Bodies that are no answer at all. */
export const BODIES: FaultyServer[] = [
  [
    "truncated JSON",
    text(JSON.stringify(success).slice(0, -9)),
    contractError(/^The response: it is not JSON\.$/, { body: undefined }),
  ],
  [
    "HTML",
    text(page),
    contractError(/^The response: it is not JSON\.$/, {
      body: containing("Sorry"),
    }),
  ],
  ["nothing", text(""), contractError(/^The response: it is empty\.$/)],
  [
    "HTTP 204",
    ({ response }) => response.writeHead(204).end(),
    contractError(/^The response: it is empty\.$/, { status: 204 }),
  ],
  ["5 MB of JSON", text(large), tooLarge],
  [
    "5 MB of JSON, of unknown length",
    ({ response }) => response.writeHead(200).write(large),
    tooLarge,
  ],
  [
    "5 MB of JSON, compressed to a few kB",
    text(gzipSync(large), 200, { "Content-Encoding": "gzip" }),
    tooLarge,
  ],
  [
    "invalid UTF-8",
    text(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])),
    notUtf8,
  ],
  ["UTF-8 cut in a letter", text(Buffer.from([0x22, 0xc3])), notUtf8],
  [
    "deep nesting",
    text("[".repeat(100_000) + "]".repeat(100_000)),
    notAnObject,
  ],
  [
    "deep nesting in a failure",
    text(
      `{"status":false,"error_details":${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
    ),
    apiError(/^Refused \(HTTP 200\)$/),
  ],
  ...[null, [], "text", 1, true].map((body): FaultyServer => [
    `${JSON.stringify(body)} for a body`,
    json(body),
    notAnObject,
  ]),
];
