// Servers over real sockets, and the one thing that the client must make of each.
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { credentials, PAIR, result, success } from "./client.js";

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** How many requests came before, in the same test. */
  earlier: number;
  /** Another origin, where no request must ever arrive. */
  elsewhere: string;
}
/** Nobody listens, where there is none. */
export type Serve = ((exchange: Exchange) => void) | undefined;
/** What else the error shows, what the link bends, and how many requests arrive. */
type More = { shows?: object; bent?: string; requests?: number; ms?: number };
type Row = [
  serve: Serve,
  /** The link of the call, or its error as a string. */
  expected: object | string | RegExp,
  more?: More,
];
type Rows = Record<string, Row>;

type Headers = Record<string, string>;
const text =
  (body: string | Buffer, status = 200, headers: Headers = {}): Serve =>
  ({ response }) =>
    void response.writeHead(status, headers).end(body);
const json = (body: unknown, status = 200, headers: Headers = {}) =>
  text(JSON.stringify(body), status, headers);
const GZIP = { "Content-Encoding": "gzip" };
const gzip = (body: string, end?: number) =>
  text(gzipSync(body).subarray(0, end), 200, GZIP);
const endless =
  (body: string | Buffer, status = 200): Serve =>
  ({ response }) =>
    void response.writeHead(status).write(body);
const changed = (changes: object) => ({ ...result, ...changes });
const bearing = (changes: object) =>
  json({ status: true, result: changed(changes) });
function inBytes(changes: object): Serve {
  const body = JSON.stringify({ status: true, result: changed(changes) });
  return ({ response }) => {
    for (const byte of Buffer.from(body)) response.write(Buffer.of(byte));
    response.end();
  };
}
const failing = (fields: object) => json({ status: false, ...fields });
const shows = (body?: string) => ({ shows: { body } });

const { apiSecret } = credentials;
const good = JSON.stringify(success);
const page = `<style>a{color:red}</style><title>Sorry</title><script>{"session_id":"canary"}</script>
<p>Basic ${PAIR} ${apiSecret} <a href="${result.link_url}" title="a > canary">go on</a> ses_canary &#99;anary_key &#99anary_key &#x63;anary_key <!-- canary`;
const hiddenWords = "go on [hidden] [hidden] [hidden] [hidden]";
const words = shows(`Sorry Basic [hidden] [hidden] ${hiddenWords}`);

const http = { link_url: "http://127.0.0.1/canary" };
const note = { note: "é€🔑" };
const LINKS: Rows = {
  "a good answer": [text(good, 201), result],
  "a good answer in gzip": [gzip(good), result],
  "a byte order mark": [text(`\ufeff${good}`), result],
  "1 MiB of JSON": [text(good.padEnd(2 ** 20)), result],
  "an http link, all on loopback": [bearing(http), changed(http)],
  "a byte at a time": [inBytes(note), changed(note)],
};
const bends = {
  "session_id maxLength": { session_id: "s".repeat(33) },
  "expires_at format": { expires_at: "2026-03-13 12:30:00" },
  "link_url format": { link_url: "https://pay.kwik.co.za/{canary}" },
};
for (const [bent, changes] of Object.entries(bends))
  LINKS[bent] = [bearing(changes), changed(changes), { bent }];

const BROKEN = "KwikContractError: The response: ";
const other = { customer_id: "cus_canary" };
const asRequested = "result.customer_id must be as in the request.";
const deep = `${"[".repeat(1e5)}${"]".repeat(1e5)}`;
const large = JSON.stringify({ padding: "x".repeat(5e6) });
const CANNOT = "KwikContractError: The response is";
const notJson = `${CANNOT} not JSON (HTTP 200)`;
const tooLarge = `${CANNOT} larger than 1 MiB (HTTP 200)`;
const early =
  "KwikConnectionError: No answer (the compressed body ended early)";
const BODIES: Rows = {
  "truncated JSON": [text(good.slice(0, -9)), notJson, shows()],
  JavaScript: [text(`callback(${good})`), notJson, shows("callback(")],
  "a page under HTTP 200": [text(page), notJson, words],
  nothing: [text(""), `${CANNOT} empty (HTTP 200)`],
  "HTTP 204": [text("", 204), `${CANNOT} empty (HTTP 204)`],
  "HTTP 205, endless": [endless("{", 205), `${CANNOT} empty (HTTP 205)`],
  "5 MB, endless": [endless(large), tooLarge],
  "5 MB in a few kB of gzip": [gzip(large), tooLarge],
  "a byte more than 1 MiB": [text(good.padEnd(2 ** 20 + 1)), tooLarge],
  "no UTF-8": [text(Buffer.of(0x7b, 0xff)), `${CANNOT} not UTF-8 (HTTP 200)`],
  "no status": [json({ result }), `${BROKEN}status is missing.`],
  "null for a body": [json(null), `${BROKEN}it must be an object.`, shows()],
  "another customer": [bearing(other), BROKEN + asRequested],
  "deep nesting": [text(deep), `${BROKEN}it must be an object.`],
  // Each of them a whole message of HTTP: only what is inside was cut off.
  "gzip without its end": [gzip(good, -20), early],
  "gzip that says nothing": [gzip("{}"), /^KwikContractError: .*is missing/],
  "gzip that is none": [text("canary", 200, GZIP), /incorrect header/],
};

const late = { "Retry-After": "3600" };
/** A failure that shows all it was sent, and a link besides. */
const indiscreet =
  (status: number): Serve =>
  (exchange) => {
    const { authorization = "" } = exchange.request.headers;
    const pair = atob(authorization.slice(6));
    const message = `not ${result.session_id}`;
    const body = {
      error_code: "007",
      error_message: `No ${authorization} for ${pair} at ${result.link_url}`,
      error_details: [{ errors: { "a.b": { message, rule: "enum" } } }],
    };
    const headers = { ...late, "X-Echo": pair, "X-Request-Id": message };
    json({ status: false, result, ...body }, status, headers)?.(exchange);
  };
const API = "KwikApiError: ";
const discreet = `${API}No Basic [hidden] for [hidden]:[hidden] at [hidden] (007): a.b: not [hidden]`;
const fieldErrors = { "a.b": { message: "not [hidden]", rule: "enum" } };
const opaque = "opaque+canary";
const inField = { errors: { canary_key: { message: 1, rule: "canary_key" } } };
const url = "https://shop.example/account is not allowed";
const records = [
  { errors: { a: { message: "No." }, b: null } },
  { errors: { c: "text", d: { message: ["m"] } } },
];
const says = (error_message: unknown, more: object = {}) =>
  failing({ error_message, ...more });
/** Message → the failure that has it. */
const ENVELOPES: Record<string, Serve> = {
  "Refused (007)": says(null, { error_code: "007" }),
  "Bad (001): check KWIK_API_KEY and KWIK_API_SECRET": says("Bad", {
    error_code: "001",
  }),
  "Old (5)": says("Old", { error_code: 5 }),
  "a b c [31m d (HTTP 200)": says("a\r\nb\u2028c\u0000\u001b[31m\u202ed"),
  [`${"no ".repeat(166)}no... (HTTP 200)`]: says("no ".repeat(3e5)),
  "Refused ([hidden])": says("", { error_code: "canary_key" }),
  '[{"[hidden]":"[hidden]"}] (HTTP 200)': says([{ canary_key: apiSecret }]),
  '["line [hidden]"] (HTTP 200)': says(["line\nses_canary"]),
  "at [hidden] (HTTP 200)": says(
    `at ${result.link_url.replaceAll("/", "\\/")}`,
  ),
  "no [hidden] (HTTP 200)": says(`no ${opaque}`, {
    a: [{ session_id: opaque }],
  }),
  "Refused (HTTP 200): [hidden]: 1": failing({ error_details: inField }),
  "[hidden] [hidden] (HTTP 200)": says(
    `/portal/${"x".repeat(4990)} canary_key`,
  ),
  [`${url} (HTTP 200)`]: says(url),
  "Refused (HTTP 200)": failing({ error_details: [null, { errors: null }, 1] }),
  'Refused (HTTP 200): a: No.; b: null; c: text; d: ["m"]': failing({
    error_details: records,
  }),
  "(nested too deep) (HTTP 200)": text(
    `{"status":false,"error_message":${deep}}`,
  ),
};
const many = { errors: { ...Array.from({ length: 1e4 }, () => "no") } };
const unlike = (status: number) =>
  `${API}HTTP ${status}, not in the API's format`;
const latin1 = text(Buffer.from("Ung\xfcltig", "latin1"), 500);
const long = shows(`${"x".repeat(200)}...`);
const FAILURES: Rows = {
  "HTTP 500 without a body": [text("", 500), unlike(500)],
  "a success under HTTP 500": [text(good, 500), unlike(500), shows()],
  "Latin-1": [latin1, unlike(500), shows("Ung\ufffdltig")],
  "5 MB under HTTP 500": [text("x".repeat(5e6), 500), unlike(500), long],
  "a page with JSON": [text('A: {"canary"', 500), unlike(500), shows("A:")],
  "10,000 fields": [failing({ error_details: many }), /: 0: no; .*; 99: no$/],
};
for (const [message, serve] of Object.entries(ENVELOPES))
  FAILURES[message.slice(0, 60)] = [serve, API + message];
const details = { shows: { code: "007", fieldErrors, body: undefined } };
for (const status of [200, 201, 400, 429, 503])
  FAILURES[`HTTP ${status}, refused`] = [indiscreet(status), discreet, details];
for (const status of [300, 304, 403, 429, 500, 502, 503, 600, 999]) {
  const json = text('{"message":"No"}', status, late);
  const html = text(page, status, late);
  const read = status === 304 ? shows() : words;
  FAILURES[`HTTP ${status}, a page`] = [html, unlike(status), read];
  FAILURES[`HTTP ${status}, JSON`] = [json, unlike(status), shows()];
}
for (const status of [301, 302, 303, 307, 308])
  FAILURES[`HTTP ${status} to another host`] = [
    ({ response, elsewhere: Location }) =>
      void response.writeHead(status, { Location }).end(),
    `${API}Redirects are not followed (HTTP ${status})`,
  ];

const slow = (headers: Headers, status = 429) =>
  json({ error_code: "429", error_message: "Slow" }, status, headers);
const slowDown = `${API}Slow (429)`;
const now = { "Retry-After": "0" };
const inTurn =
  (...serves: Serve[]): Serve =>
  (exchange) =>
    serves[Math.min(exchange.earlier, serves.length - 1)]?.(exchange);
const retried = (...serves: Serve[]): Row => [
  inTurn(...serves, text(good)),
  result,
  { requests: serves.length + 1 },
];
const cut =
  (how: "resetAndDestroy" | "end", body: string): Serve =>
  ({ request, response }) => {
    response.writeHead(200, { "Content-Length": 999 });
    response.write(body, () => void request.socket[how]());
  };
const timedOut =
  "KwikTimeoutError: No answer within 200 ms; a link may have been created";
const brief = { ms: 200 };
const twice = { ...brief, requests: 2 };
const lost =
  /^KwikConnectionError: No answer \(.*(ECONN|other side closed|terminated|HTTP).*\)$/;
const CONNECTIONS: Rows = {
  "connection refused": [undefined, lost, { requests: 0 }],
  "a reset after the headers": [cut("resetAndDestroy", "{"), lost],
  "an end before the announced length": [cut("end", good), lost],
  "no HTTP": [({ request }) => void request.socket.end("SSH-2.0 canary"), lost],
  silence: [() => {}, timedOut, brief],
  "headers, then silence": [endless(""), timedOut, brief],
  "a byte, then silence": [endless("{"), timedOut, brief],
  "a silent retry": [inTurn(slow(now), () => {}), timedOut, twice],
  "429": retried(slow({})),
  "503 with Retry-After": retried(slow(now, 503), slow(now)),
  "429 that asks for an hour": [slow(late), slowDown],
  "429 for ever": [slow(now), slowDown, { requests: 3 }],
};

const all: Rows = { ...LINKS, ...BODIES, ...FAILURES, ...CONNECTIONS };
export const FAULTY_SERVERS = Object.entries(all);
