// What verify waits for, and what ends a run.
import { getEventListeners } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { expect, test } from "vitest";
import { planOf } from "../../src/verify/cases.js";
import { verify } from "../../src/verify/verify.js";
import { listen } from "../http.js";
import { at, failure, LOST, OPTIONS, saying, type Make } from "./providers.js";

type Row = [name: string, make: Make];
const run = (make: Make, more: object = {}) =>
  verify({ ...OPTIONS, fetch: make(), ...more });
const busy = (status: number, after = "") => {
  const headers: HeadersInit = after ? { "retry-after": after } : {};
  return () => new Response("", { status, headers });
};

test.for<Row>([
  ["a 429", at((n) => n === 7, busy(429, "0"))],
  ["five 429s at the first request", at((n) => n < 6, busy(429, "0"))],
  ["a date", at((n) => n === 3, busy(429, new Date(0).toUTCString()))],
  ["a 429 that says no time", at((n) => n === 5, busy(429, "soon 3"))],
  ["a 503 with Retry-After", at((n) => n === 30, busy(503, "0"))],
])("waits for %s, and passes", async ([, make], { expect }) => {
  const lines: string[] = [];
  const onProgress = (line: string) => lines.push(line);
  expect((await run(make, { onProgress })).outcome).toBe("passed");
  const wait = /^waits for [01] s \(HTTP (429|503), at .+\)$/;
  expect(lines.find((line) => line.startsWith("waits"))).toMatch(wait);
});

const from = (first: number, other: () => Response) =>
  at((count) => count >= first, other);
const no = (status: number, code: string) => () => failure(status, code);
const foreign = (status: number) => saying("both", null, status);
test.for<Row>([
  ["to slow down in 6 of 6 tries", at((n) => n > 1 && n < 8, busy(429, "0"))],
  ["to slow down in 1 of 6 tries, last for 61 s", from(1, busy(429, "61"))],
  ["the key was refused (HTTP 401)", from(1, no(401, "001"))],
  ["the customer was not found", from(1, no(200, "007"))],
  ["the subscription was not found", from(2, no(404, "007"))],
  ["did (HTTP 403, not in the API's format): a gateway", foreign(403)],
  ["the API is not there (HTTP 404, not in the API's format)", foreign(404)],
  ["the API is not there (HTTP 302, not in the API's format)", foreign(302)],
  ["it failed (HTTP 502, not in the API's format)", foreign(502)],
  ["it failed (HTTP 503", from(1, busy(503))],
  ['no response (ECONNRESET) to "noSubscription"', from(1, LOST)],
])("could not be checked: %s", async ([why, make], { expect }) => {
  const { outcome, stopped, verdicts } = await run(make);
  expect(outcome).toBe("could not be checked");
  expect(stopped).toContain(why);
  expect(verdicts.map(({ verdict }) => verdict)).not.toContain("failed");
});

test("a gateway's 403 in the middle refuses nothing that is wrong, but what is valid", async () => {
  const id = "request.settings.type";
  const index = planOf(OPTIONS).findIndex((probe) => probe.id === id);
  const gateway = () => Response.json({}, { status: 403 });
  const make = at((n) => n === index + 1 || n === 2, gateway);
  const { verdicts } = await run(make);
  const verdictOf = (id: string) => verdicts.find(({ rule }) => rule.id === id);
  const why = "The response was not in the API's format.";
  expect(verdictOf(id)).toMatchObject({ verdict: "skipped", why });
  const [finding] = verdictOf("accepted.subscription")?.findings ?? [];
  expect(finding?.cause).toMatch(/^Refused a valid .* not in the API's format/);
});

test("an account that is locked in the middle shows nothing by what it refuses", async () => {
  const { verdicts } = await run(from(15, no(403, "099")));
  const told = verdicts.map(({ rule, verdict }) => `${verdict} ${rule.id}`);
  const failed = told.filter((line) => line.startsWith("failed"));
  expect(failed).toEqual(["failed accepted.noSubscription"]);
  expect(told.join("\n")).not.toMatch(/passed (request|auth)/);
});

const silent: RequestListener = () => undefined;
const waiting: RequestListener = (_, response) => {
  response.writeHead(429, { "retry-after": "59" }).end();
};
const trickling: RequestListener = (_, response) => {
  const timer = setInterval(() => response.write(" "), 20);
  response.on("close", () => clearInterval(timer));
};
const endless: RequestListener = (_, response) => {
  const write = () => {
    while (!response.destroyed && response.write(" ".repeat(65_536)));
  };
  response.on("drain", write);
  write();
};

async function against(listener: RequestListener, more: object) {
  let open = 0;
  const server = createServer((request, response) => {
    open += 1;
    response.on("close", () => (open -= 1));
    listener(request, response);
  });
  await using listening = await listen(server);
  const options = { ...OPTIONS, baseUrl: listening.url, ...more };
  const result = await verify(options).catch((error: unknown) => error);
  await expect.poll(() => open, { timeout: 10_000 }).toBe(0);
  return result;
}

test("a response that does not end in time, or not within 1 MiB, is read no further", async () => {
  const stopped = 'no response within 0.7 s to "noSubscription"';
  for (const listener of [silent, trickling])
    expect(await against(listener, { timeoutMs: 700 })).toMatchObject({
      stopped,
    });
  expect(await against(endless, {})).toMatchObject({ outcome: "failed" });
});

test("an abort ends whatever is under way at once", async () => {
  for (const listener of [silent, trickling, waiting]) {
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error("interrupted")), 300);
    const { signal } = abort;
    expect(await against(listener, { signal })).toBe(signal.reason);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  }
});
