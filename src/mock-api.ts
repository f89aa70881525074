import {
  linkExamples,
  validatePortalLinkRequest,
  type PortalLinkRequest,
} from "./contract.js";
import {
  failure,
  isMockAnswerName,
  mockAnswerNames,
  namedAnswer,
  ok,
  problem,
  type MockAnswer,
  type MockAnswerName,
} from "./mock-answers.js";
import { readBasic, type BasicCredentials } from "./mock-credentials.js";
import { createIds } from "./mock-ids.js";
import { createPortal } from "./mock-portal.js";
import { refuse } from "./options.js";
import { sentenceOf, violationsOf } from "./violations.js";

export interface MockOptions {
  /** The one API key that is accepted. @default any */
  apiKey?: string | undefined;
  /** The one API secret that is accepted. @default any */
  apiSecret?: string | undefined;
  /** Makes ids and links repeatable: an integer. @default new ones each time */
  seed?: number | undefined;
  /** What time it is: a Date, or ms since 1970. @default `Date.now` */
  clock?: (() => Date | number) | undefined;
  /** How long a link lives, in ms. How long the API's own do is not documented. @default 1_800_000 */
  linkLifetimeMs?: number | undefined;
  /** How long each answer takes, in ms. @default 0 */
  latencyMs?: number | undefined;
  /** Where links begin. @default the documented `https://pay.kwik.co.za/portal/`; of a mock server, its own */
  portalUrl?: string | undefined;
}

/** A request that the mock got. */
export interface MockRequest {
  method: string;
  /** Without the credentials, should they be in it. */
  url: string;
  /** By lower-case name. The credentials are `[hidden]`. */
  headers: Record<string, string>;
  /** Parsed, or the text itself when it is no JSON; `undefined` when there was none. */
  body: unknown;
}

export interface MockControls {
  /**
   * Answers the next request to the endpoint with this, whatever it asks; call it again for the one after that.
   *
   * @param options `status` stands in for the HTTP status, which the API does not document for any failure; `headers` are
   * added.
   * @throws {TypeError} there is no answer of that name; the message lists those there are.
   * @example
   * mock.next("recordNotFound");
   */
  next: (
    name: MockAnswerName,
    options?: {
      status?: number | undefined;
      headers?: Record<string, string> | undefined;
    },
  ) => void;
  /** What was asked, oldest first: the last 1,000 requests, views of the portal page left out. */
  readonly requests: readonly MockRequest[];
  /** Forgets the requests, the links and what `next` has lined up, and starts the seed anew. */
  reset: () => void;
}

/** A request as any server knows it. */
export interface Asked {
  method: string;
  /** Absolute, or the path alone. */
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Where the links of this answer begin. */
  portalUrl?: string | undefined;
}

export interface MockApi extends MockControls {
  answer: (asked: Asked) => MockAnswer;
}

export const PATH = "/customer-portal/link";
const DOCUMENTED_PORTAL = new URL(
  ".",
  linkExamples.subscription.result.link_url,
).href;
const REQUESTS_KEPT = 1000;
/** As Prism's. */
export const LARGEST_REQUEST = 10 * 1024 * 1024;

/** The API as the contract describes it, without any transport. */
export function createMockApi(options: MockOptions): MockApi {
  const { apiKey, apiSecret, seed, clock = Date.now } = options;
  const { linkLifetimeMs = 1_800_000 } = options;
  checkOptions(options);
  const requests: MockRequest[] = [];
  const lined: MockAnswer[] = [];
  let createId = createIds(seed);
  let portal = createPortal();

  const now = () => {
    const time = Number(clock());
    return Number.isFinite(time)
      ? time
      : refuse("clock", "must return a Date, or the time in ms.");
  };

  function answer(asked: Asked): MockAnswer {
    const path = pathOf(asked.url);
    if (/^(GET|HEAD)$/.test(asked.method)) {
      const [, token] = /\/portal\/([\w-]+)$/.exec(path) ?? [];
      if (token) return portal.page(token, now());
    }
    const credentials = credentialsIn(asked.headers.authorization);
    const body = parsed(asked.body);
    if (requests.push(recorded(asked, body, credentials)) > REQUESTS_KEPT)
      requests.shift();

    if (!path.endsWith(PATH))
      return problem(404, "Not found", `The mock answers POST …${PATH} alone.`);
    if (asked.method !== "POST")
      return problem(405, "Method not allowed", `Only POST is answered.`, {
        allow: "POST",
      });
    return (
      lined.shift() ??
      refusal(asked, body, credentials) ??
      preferred(asked.headers.prefer) ??
      notAcceptable(asked.headers.accept) ??
      created(body as PortalLinkRequest, asked.portalUrl)
    );
  }

  // Mostly the same client asks again.
  let header: string | undefined;
  let known: BasicCredentials | undefined;
  function credentialsIn(authorization: string | undefined) {
    if (authorization !== header) known = readBasic((header = authorization));
    return known;
  }

  function refusal(
    { headers, body: text }: Asked,
    body: unknown,
    credentials: BasicCredentials | undefined,
  ): MockAnswer | undefined {
    if (text.length > LARGEST_REQUEST) return tooLarge;
    if (!credentials)
      return failure("invalidApiKey", { reason: "no Basic credentials" });
    if (
      (apiKey ?? credentials.apiKey) !== credentials.apiKey ||
      (apiSecret ?? credentials.apiSecret) !== credentials.apiSecret
    )
      return failure("invalidApiKey", { reason: "not the credentials given" });

    const type = headers["content-type"];
    if (type && type !== JSON_TYPE && !isJson(type))
      return badLayout(415, "content-type", "must be application/json");
    if (!text) return badLayout(422, "body", "is missing");
    if (!type) return badLayout(422, "content-type", "is missing");
    if (body === text) return badLayout(400, "body", "is not JSON");
    const violations = violationsOf(validatePortalLinkRequest, body);
    if (violations.some(({ field, rule }) => !field && rule === "type"))
      return badLayout(422, "body", "must be an object");
    return violations[0] && invalid(body as object, violations);
  }

  function created(request: PortalLinkRequest, portalUrl?: string): MockAnswer {
    const { customer_id, subscription_id } = request;
    const token = createId(27);
    // Whole seconds, as documented, and ahead of the clock.
    const expiresAt = Math.ceil((now() + linkLifetimeMs) / 1000) * 1000;
    portal.add(token, { request, expiresAt });
    const result = {
      id: `cpl_${createId(21)}`,
      session_id: `ses_${createId(21)}`,
      customer_id,
      ...(subscription_id !== undefined && { subscription_id }),
      link_url: (portalUrl ?? options.portalUrl ?? DOCUMENTED_PORTAL) + token,
      expires_at: timestamp(expiresAt),
    };
    return ok(
      { status: true, result },
      subscription_id ? `${customer_id} ${subscription_id}` : customer_id,
    );
  }

  return {
    answer,
    requests,
    next(name, { status, headers } = {}) {
      if (!isMockAnswerName(name))
        throw new TypeError(`next() knows ${mockAnswerNames.join(", ")}.`);
      if (status !== undefined && !(status >= 200 && status <= 599))
        refuse("status", "must be an HTTP status from 200 to 599.");
      lined.push(namedAnswer(name, status, headers));
    },
    reset() {
      requests.length = 0;
      lined.length = 0;
      createId = createIds(seed);
      portal = createPortal();
    },
  };
}

export const tooLarge = problem(
  413,
  "Content too large",
  "A body may have 10 MB.",
);

function checkOptions({
  seed,
  clock,
  linkLifetimeMs = 1,
  latencyMs = 0,
  portalUrl,
}: MockOptions): void {
  if (seed !== undefined && !Number.isSafeInteger(seed))
    refuse("seed", "must be an integer.");
  if (clock !== undefined && typeof clock !== "function")
    refuse("clock", "must be a function that returns the time.");
  if (!(linkLifetimeMs > 0 && linkLifetimeMs < Infinity))
    refuse("linkLifetimeMs", "must be above 0.");
  if (!(latencyMs >= 0 && latencyMs < 2 ** 31))
    refuse("latencyMs", "must be 0 or more, and below 2 ** 31.");
  if (portalUrl !== undefined && !/^https?:\/\/.+\/$/.test(portalUrl))
    refuse("portalUrl", "must be an http or https URL that ends in a slash.");
}

/** Of an absolute URL or a path, decoded, without the query. */
function pathOf(url: string): string {
  const path = url.startsWith("/")
    ? url
    : url.slice(url.indexOf("/", url.indexOf("//") + 2));
  if (!/[%?#]/.test(path)) return path;
  const [bare = ""] = path.split(/[?#]/);
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

const JSON_TYPE = "application/json";

function isJson(type: string): boolean {
  return /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type);
}

let lastTime = NaN;
let lastTimestamp = "";

/** Many links of a busy mock expire in the same second. */
function timestamp(ms: number): string {
  if (ms !== lastTime) {
    lastTime = ms;
    lastTimestamp = new Date(ms).toISOString().replace(".000", "");
  }
  return lastTimestamp;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text || undefined;
  }
}

function recorded(
  { method, url, headers }: Asked,
  body: unknown,
  credentials: BasicCredentials | undefined,
): MockRequest {
  const shown: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name] ?? "";
    shown[name] = name.endsWith("authorization")
      ? withoutCredentials(value)
      : without(credentials, value);
  }
  return { method, url: without(credentials, url), headers: shown, body };
}

/** The scheme alone. */
function withoutCredentials(authorization: string): string {
  if (authorization.startsWith("Basic ")) return `Basic ${HIDDEN}`;
  return authorization.replace(/^(\w+ )?.+/s, `$1${HIDDEN}`);
}

function without(
  credentials: BasicCredentials | undefined,
  text: string,
): string {
  if (!credentials) return text;
  const { encoded, apiSecret } = credentials;
  return text.includes(apiSecret) || text.includes(encoded)
    ? text.replaceAll(encoded, HIDDEN).replaceAll(apiSecret, HIDDEN)
    : text;
}

const HIDDEN = "[hidden]";

function badLayout(status: number, field: string, message: string): MockAnswer {
  const words = `The ${field.replaceAll("-", " ")} ${message}.`;
  return failure("invalidBodyLayout", {
    status,
    reason: `${field} ${message}`,
    details: [
      { record: {}, errors: { [field]: { message: words, rule: "layout" } } },
    ],
  });
}

function invalid(
  record: object,
  violations: ReturnType<typeof violationsOf>,
): MockAnswer {
  // A wrong type in an enum breaks two rules; the envelope has room for one.
  const first = violations.filter(
    ({ field }, at) => violations.findIndex((v) => v.field === field) === at,
  );
  const errors = first.map(({ field, rule, message }) => [
    field,
    { message: `The ${wordsOf(field)} ${message}.`, rule },
  ]);
  return failure("validationFailed", {
    reason: sentenceOf(violations),
    details: [
      {
        record: record as Record<string, unknown>,
        errors: Object.fromEntries(errors) as Record<
          string,
          { message: string; rule: string }
        >,
      },
    ],
  });
}

/** `settings.cancel_type` → `cancel type`, as the vendor's own messages have it. */
function wordsOf(field: string): string {
  const name = field.replace(/\.\d+$/, "");
  return name.slice(name.lastIndexOf(".") + 1).replaceAll("_", " ");
}

/** What `Prefer: example=NAME, code=STATUS` asks for, with Prism's names and meaning. */
function preferred(header: string | undefined): MockAnswer | undefined {
  if (!header) return undefined;
  const [, name] = /\bexample="?([\w-]+)/.exec(header) ?? [];
  const [, code] = /\bcode="?(\w+)/.exec(header) ?? [];
  const status = code === undefined ? undefined : Number(code);
  if (status !== undefined && !(status >= 200 && status <= 599))
    return problem(
      422,
      "Unknown preference",
      "In Prefer, code is an HTTP status from 200 to 599.",
    );
  if (name !== undefined && !isMockAnswerName(name))
    return problem(
      404,
      "Unknown preference",
      `In Prefer, example is one of ${mockAnswerNames.join(", ")}.`,
    );
  if (name !== undefined)
    return namedAnswer(name, name in linkExamples ? 200 : status);
  return status !== undefined && status > 299
    ? namedAnswer("invalidApiKey", status)
    : undefined;
}

function notAcceptable(accept: string | undefined): MockAnswer | undefined {
  const accepted =
    /(^|,)\s*(\*\/\*|application\/(json|\*))\s*(;(?!\s*q=0(\.0*)?\s*(,|$))[^,]*)?(,|$)/i;
  return !accept || accepted.test(accept)
    ? undefined
    : problem(406, "Not acceptable", "The mock answers application/json.");
}
