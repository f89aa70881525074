import {
  CANARY,
  success,
  inTurn,
  refused,
  noAnswer,
  tooLate,
  type ServerCase,
} from "./server-case.js";

export const NO_RESPONSE: ServerCase[] = [
  {
    name: "connection refused",
    visits: 0,
    expected: noAnswer(/^No answer \(connect ECONNREFUSED 127\.0\.0\.1:\d+\)$/),
  },
  {
    name: "a reset before the headers",
    serve: ({ request }) => request.socket.resetAndDestroy(),
    expected: noAnswer(/^No answer \(.*(ECONNRESET|other side closed).*\)$/),
  },
  {
    name: "a reset after the headers",
    serve: ({ request, response }) =>
      response
        .writeHead(200, { "Content-Length": 999 })
        .write("{", () => request.socket.resetAndDestroy()),
    expected: noAnswer(
      /^No answer \(.*(ECONNRESET|other side closed|terminated).*\)$/,
    ),
  },
  {
    name: "an end before the announced length",
    serve: ({ request, response }) =>
      response
        .writeHead(200, { "Content-Length": 999 })
        .write(JSON.stringify(success), () => request.socket.end()),
    expected: noAnswer(/^No answer \(.*(other side closed|terminated).*\)$/),
  },
  {
    name: "no HTTP at all",
    serve: ({ request }) => request.socket.end(`SSH-2.0 ${CANARY}\r\n`),
    expected: noAnswer(/^No answer \(.+\)$/),
  },
  { name: "silence", timeoutMs: 200, serve: () => {}, expected: tooLate },
  {
    name: "headers, then silence",
    timeoutMs: 200,
    serve: ({ response }) => response.writeHead(200).flushHeaders(),
    expected: tooLate,
  },
  {
    name: "a byte, and another a second later",
    timeoutMs: 200,
    serve: ({ response }) => response.write("{"),
    expected: tooLate,
  },
  {
    name: "429 that outlasts the time-out of its retry",
    timeoutMs: 200,
    visits: 2,
    serve: inTurn(refused({ "Retry-After": "0" }), () => {}),
    expected: tooLate,
  },
];
