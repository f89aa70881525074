// The classes of errors: what holds across two copies of the package, what a logger shows, and what passes through.
import { build } from "esbuild";
import { beforeAll, expect, test, vi } from "vitest";
import * as here from "../../src/index.js";
import { clientWith, failureOf, never, PATH, request } from "./client.js";

type Package = typeof here;
/** Another copy of the package: minified, and CommonJS. */
let copy: Package;
beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ["src/index.ts"],
    bundle: true,
    minify: true,
    format: "cjs",
    write: false,
  });
  const module = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- our own code.
  new Function("module", outputFiles[0]?.text ?? "")(module);
  copy = module.exports as Package;
});

const FETCHES = {
  KwikApiError: () => new Response("", { status: 500 }),
  KwikConnectionError: () => undefined,
  KwikContractError: () => new Response("{}"),
  KwikTimeoutError: never,
};
type Name = keyof typeof FETCHES;
const NAMES = Object.keys(FETCHES) as Name[];
function errorOf({ createKwikClient }: Package, name: Name = "KwikApiError") {
  const options = { apiKey: "key", apiSecret: "secret", timeoutMs: 20 };
  const fetch = FETCHES[name] as never;
  const { createPortalLink } = createKwikClient({ ...options, fetch });
  return failureOf(createPortalLink(request)) as Promise<Error>;
}

test.for(NAMES)(
  "a %s is one in both copies, and nothing else",
  async (name) => {
    for (const error of [await errorOf(here, name), await errorOf(copy, name)])
      for (const kwik of [here, copy]) {
        expect(error.name).toBe(name);
        expect(error).toBeInstanceOf(Error);
        expect(error).toBeInstanceOf(kwik.KwikError);
        const classes = NAMES.filter((one) => error instanceof kwik[one]);
        expect(classes).toEqual([name]);
      }
  },
);

test("anything else is an instance of none", async () => {
  const error = await errorOf(copy);
  const fake = { name: "KwikApiError", kind: "KwikApiError" };
  const json = JSON.parse(JSON.stringify(error)) as unknown;
  const others = [fake, Object.assign(new Error(), fake), { ...error }, json];
  for (const other of [null, undefined, "KwikApiError", () => {}, ...others])
    for (const name of [...NAMES, "KwikError"] as const)
      expect(other instanceof here[name], String(other)).toBe(false);
});

test("a class that somebody derives keeps ordinary instanceof", async () => {
  class OwnError extends here.KwikApiError {
    override name = "OwnError";
  }
  class LoudError extends OwnError {}
  const own = new OwnError("no", { code: "1" });
  const classes = [OwnError, here.KwikError, copy.KwikApiError, copy.KwikError];
  for (const one of classes) expect(own).toBeInstanceOf(one);
  for (const one of [LoudError, copy.KwikTimeoutError])
    expect(own).not.toBeInstanceOf(one);
  expect(await errorOf(here)).not.toBeInstanceOf(OwnError);
});

const shown =
  `cf-ray content-encoding content-length content-type date retry-after ratelimit-limit retry-after-ms server
traceid via x-correlation-id x-ratelimit-reset x-request-id`.split(/\s+/);
const hidden = `dates location not-via request-trace set-cookie x-request-ids x-server`;
test("JSON shows those headers that a list has, as a plain record", async () => {
  const record = (names: string[]) =>
    Object.fromEntries(names.map((name) => [name, "1"]));
  const headers = record([...shown, ...hidden.split(" ")]);
  const fetch = () => new Response(null, { status: 500, headers });
  const error = await failureOf(clientWith(fetch).createPortalLink(request));
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: "KwikApiError",
    status: 500,
    headers: record(shown),
    fieldErrors: {},
  });
});

/** As Next steers. */
const bailout = Object.assign(new Error("bail out"), { digest: "DYNAMIC" });
const error = (body: ReadableStreamDefaultController) => body.error(bailout);
const late = () => new Response(new ReadableStream({ pull: error }));
const broken = {
  get customer_id(): string {
    throw bailout;
  },
};
/** As Next's `dynamic = "error"` does. */
const coded = Object.assign(new Error(), { code: "NEXT_A", cause: bailout });
const ways = {
  "thrown by fetch": () => Promise.reject(bailout),
  "thrown while the body is read": late,
  "thrown by the request": never,
  "that is a code of Next's": () => Promise.reject(coded),
};
test.for(Object.entries(ways))(
  "a digest %s passes untouched",
  async ([way, fetch]) => {
    const onAttempt = vi.fn();
    const kwik = clientWith(fetch, { onAttempt, maxRetries: 2 });
    const body = way.endsWith("request") ? broken : request;
    const thrown = way.includes("code") ? coded : bailout;
    expect(await failureOf(kwik.createPortalLink(body))).toBe(thrown);
    expect(await failureOf(kwik.api.POST(PATH, { body }))).toBe(thrown);
    expect(onAttempt).not.toHaveBeenCalled();
  },
);
