import { gzipSync } from "node:zlib";
import {
  result,
  subscription_id,
  withSubscription,
  success,
  successWith,
  json,
  text,
  link,
  type ServerCase,
} from "./server-case.js";

export const USABLE_RESULTS: ServerCase[] = [
  { name: "a good answer", serve: json(success), expected: link },
  {
    name: "a good answer for a subscription",
    request: withSubscription,
    serve: json(successWith({ subscription_id })),
    expected: { link: { ...result, subscription_id } },
  },
  {
    name: "a field that the contract does not know",
    serve: json(successWith({ new: [1] })),
    expected: { link: { ...result, new: [1] } },
  },
  {
    name: "a good body of the wrong content type",
    serve: text(JSON.stringify(success)),
    expected: link,
  },
  {
    name: "a good body of no content type",
    serve: text(JSON.stringify(success), 200, {}),
    expected: link,
  },
  {
    name: "a link by http, from an API on loopback",
    serve: json(successWith({ link_url: "http://127.0.0.1/canary" })),
    expected: { link: { ...result, link_url: "http://127.0.0.1/canary" } },
  },
  { name: "HTTP 201", serve: json(success, 201), expected: link },

  {
    name: "a session id of 33 characters",
    serve: json(successWith({ session_id: "ses_" + "x".repeat(29) })),
    expected: {
      link: { ...result, session_id: "ses_" + "x".repeat(29) },
      violations: [{ field: "result.session_id", rule: "maxLength" }],
    },
  },
  {
    name: "a local time",
    serve: json(successWith({ expires_at: "2026-03-13 12:30:00" })),
    expected: {
      link: { ...result, expires_at: "2026-03-13 12:30:00" },
      violations: [{ field: "result.expires_at", rule: "format" }],
    },
  },
  {
    name: "a link that only a browser would take for a URL",
    serve: json(
      successWith({ link_url: "https://pay.kwik.co.za/portal/{canary}" }),
    ),
    expected: {
      link: { ...result, link_url: "https://pay.kwik.co.za/portal/{canary}" },
      violations: [{ field: "result.link_url", rule: "format" }],
    },
  },
  {
    name: "letters of several bytes, cut at each byte",
    serve: ({ response }) => {
      const body = Buffer.from(JSON.stringify(successWith({ note: "é€🔑" })));
      response.writeHead(200);
      response.socket?.setNoDelay();
      const write = (at: number) => {
        if (at >= body.length) return void response.end();
        response.write(body.subarray(at, at + 1));
        // Letters of ASCII need no chunk of their own.
        if ((body[at + 1] ?? 0) < 128 && (body[at] ?? 0) < 128) write(at + 1);
        else setTimeout(write, 2, at + 1);
      };
      write(0);
    },
    expected: { link: { ...result, note: "é€🔑" } },
  },
  {
    name: "a byte order mark, and a replacement character",
    serve: text(`\ufeff${JSON.stringify(successWith({ note: "\ufffd" }))}`),
    expected: { link: { ...result, note: "\ufffd" } },
  },
  {
    name: "gzip",
    serve: text(gzipSync(JSON.stringify(success)), 200, {
      "Content-Encoding": "gzip",
    }),
    expected: link,
  },
];
