import { gzipSync } from "node:zlib";
import {
  apiError,
  CANARY,
  connectionError,
  containing,
  contractError,
  json,
  link,
  page,
  success,
  successWith,
  text,
  type FaultyServer,
  type Serve,
} from "./faulty-server.js";

const large = JSON.stringify(successWith({ padding: "x".repeat(5e6) }));
const tooLarge = contractError(/^The response: it is larger than 1 MiB\.$/);
const notUtf8 = contractError(/^The response: it is not UTF-8\.$/);
const notAnObject = contractError(/^The response: it must be an object\.$/);

const gzip = { "Content-Encoding": "gzip" };

/** Each byte of a letter that is not ASCII is a chunk of its own. */
const byteByByte =
  (body: string): Serve =>
  ({ response }) => {
    const chunks = [...body].flatMap<string | Buffer>((letter) =>
      letter < "\x80"
        ? [letter]
        : Array.from(Buffer.from(letter), (byte) => Buffer.of(byte)),
    );
    const write = () => {
      const chunk = chunks.shift();
      if (chunk === undefined) return void response.end();
      response.write(chunk);
      if (typeof chunk === "string") write();
      else setTimeout(write, 2);
    };
    response.writeHead(200);
    write();
  };
/** Bodies, whole and broken. */
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
    text(gzipSync(large), 200, gzip),
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
  // Each of them a whole message of HTTP: only what is inside was cut off.
  ...[-20, 12, 0].map((end): FaultyServer => [
    `gzip that was cut off at ${end}`,
    text(gzipSync(JSON.stringify(success)).subarray(0, end), 200, gzip),
    connectionError(/^No answer \(the compressed body ended early\)$/),
  ]),
  [
    "gzip that is none",
    text(CANARY, 200, gzip),
    connectionError(/^No answer \(.*incorrect header check.*\)$/),
  ],
  [
    "a compressed page",
    text(gzipSync(page), 200, gzip),
    contractError(/^The response: it is not JSON\.$/),
  ],
  [
    "compressed JSON that says nothing",
    text(gzipSync("{}"), 200, gzip),
    contractError(/^The response: \w+ is missing/),
  ],

  // The status decides before the body.
  [
    "a page in Latin-1, under HTTP 502",
    text(Buffer.from("<h1>Ung\xfcltig</h1>", "latin1"), 502),
    apiError(/^Refused \(HTTP 502\)$/, {
      status: 502,
      body: "<h1>Ung\ufffdltig</h1>",
    }),
  ],
  [
    "a failure in Latin-1, under HTTP 200",
    text(
      Buffer.from(`{"status":false,"error_message":"Ung\xfcltig"}`, "latin1"),
    ),
    apiError(/^Ung\ufffdltig \(HTTP 200\)$/),
  ],
  [
    "a page of 5 MB, under HTTP 502",
    text(`Sorry ${"x ".repeat(2.5e6)}`, 502),
    apiError(/^Refused \(HTTP 502\)$/, { body: containing("Sorry") }),
  ],
  [
    "gzip that was cut off, under HTTP 500",
    text(gzipSync(page).subarray(0, -20), 500, gzip),
    apiError(/^Refused \(HTTP 500\)$/),
  ],
  [
    "letters of several bytes, cut at each byte",
    byteByByte(JSON.stringify(successWith({ note: "é€🔑" }))),
    link({ note: "é€🔑" }),
  ],
  [
    "a byte order mark, and a replacement character",
    text(`\ufeff${JSON.stringify(successWith({ note: "\ufffd" }))}`),
    link({ note: "\ufffd" }),
  ],
  [
    "a good answer in gzip",
    text(gzipSync(JSON.stringify(success)), 200, gzip),
    link(),
  ],
];
