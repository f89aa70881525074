import {
  linkExamples,
  validatePortalLinkRequest,
  type FieldError,
  type PortalLinkRequest,
} from "./contract.js";
import {
  failure,
  isMockAnswerName,
  mockAnswerNames,
  namedAnswer,
  ok,
  problem,
  underStatus,
  type MockAnswer,
  type MockAnswerName,
} from "./mock-answers.js";
import { readBasic, type BasicCredentials } from "./mock-credentials.js";
import { createIds } from "./mock-ids.js";
import { createPortal } from "./mock-portal.js";
import { refuse } from "./options.js";
import {
  sentenceOf,
  violationsOf,
  type ContractViolation,
} from "./violations.js";

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
   * The examples of links are the contract's own, ids included, whatever was asked.
   *
   * @param options `status` stands in for the HTTP status, which the API does not document for any failure; `headers` stand
   * in for those of the same name.
   * @throws {TypeError} there is no answer of that name (the message lists those there are), or no such status or header.
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
  /** To be called when a request comes, before its body is read: what `next` has lined up is for the first to come. */
  take: (method: string, url: string) => MockAnswer | undefined;
  /** @param taken What `take` gave for this request. */
  answer: (asked: Asked, taken: MockAnswer | undefined) => MockAnswer;
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
    const time: unknown = clock();
    const ms = time instanceof Date ? time.getTime() : time;
    return typeof ms === "number" && ms >= 0 && ms < LAST_TIME
      ? ms
      : refuse("clock", "must return a Date, or the time in ms since 1970.");
  };

  function take(method: string, url: string): MockAnswer | undefined {
    return method === "POST" && pathOf(url).endsWith(PATH)
      ? lined.shift()
      : undefined;
  }

  function answer(asked: Asked, taken: MockAnswer | undefined): MockAnswer {
    const path = pathOf(asked.url);
    if (/^(GET|HEAD)$/.test(asked.method)) {
      const [, token] = /\/portal\/([\w-]+)$/.exec(path) ?? [];
      if (token) return portal.page(token, now());
    }
    const credentials = credentialsIn(asked.headers.authorization);
    const body = parsed(asked.body);
    const secrets = secretsOf(credentials);
    if (requests.push(recorded(asked, body, secrets)) > REQUESTS_KEPT)
      requests.shift();

    if (!path.endsWith(PATH))
      return problem(404, "Not found", `The mock answers POST …${PATH} alone.`);
    if (asked.method !== "POST")
      return problem(405, "Method not allowed", `Only POST is answered.`, {
        allow: "POST",
      });
    return (
      taken ??
      refusal(asked, body, credentials) ??
      preferred(asked.headers.prefer, () =>
        created(body as PortalLinkRequest, asked.portalUrl),
      ) ??
      notAcceptable(asked.headers.accept) ??
      created(body as PortalLinkRequest, asked.portalUrl)
    );
  }

  // Mostly the same client asks again.
  let header: string | undefined;
  let known: BasicCredentials | undefined;
  let hidden: string[] | undefined;
  function credentialsIn(authorization: string | undefined) {
    if (authorization !== header) {
      known = readBasic((header = authorization));
      hidden = undefined;
    }
    return known;
  }
  function secretsOf(credentials: BasicCredentials | undefined): string[] {
    return (hidden ??= [
      ...new Set(
        [
          credentials?.encoded,
          credentials?.apiSecret,
          credentials?.apiKey,
          apiSecret,
          apiKey,
        ]
          .flatMap((secret = "") => [secret, encodeURIComponent(secret)])
          // Shorter ones are words that a request may hold by itself.
          .filter((secret) => secret.length > 4),
      ),
    ]);
  }

  function refusal(
    { headers, body: text }: Asked,
    body: unknown,
    credentials: BasicCredentials | undefined,
  ): MockAnswer | undefined {
    if (isTooLarge(text)) return tooLarge;
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
    take,
    answer,
    requests,
    next(name, { status, headers } = {}) {
      if (!isMockAnswerName(name))
        throw new TypeError(`next() knows ${mockAnswerNames.join(", ")}.`);
      if (status !== undefined && !isStatus(status))
        refuse("status", "must be an HTTP status from 200 to 599.");
      lined.push(namedAnswer(name, status, headers && checkedHeaders(headers)));
    },
    reset() {
      requests.length = 0;
      lined.length = 0;
      createId = createIds(seed);
      portal = createPortal();
    },
  };
}

const tooLarge = problem(413, "Content too large", "A body may have 10 MB.");

function isTooLarge(text: string): boolean {
  // Most bodies are nowhere near; a character takes three bytes at most.
  if (text.length * 3 <= LARGEST_REQUEST) return false;
  return new TextEncoder().encode(text).length > LARGEST_REQUEST;
}

function isStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 200 && status <= 599;
}

/** By lower-case name. */
function checkedHeaders(given: Record<string, string>): Record<string, string> {
  let headers: Record<string, string> = {};
  try {
    headers = Object.fromEntries(new Headers(given));
  } catch {
    refuse("headers", "must be names and values that HTTP can carry.");
  }
  for (const name of ["content-length", "transfer-encoding", "connection"])
    if (name in headers) refuse("headers", `must leave ${name} to the server.`);
  return headers;
}

/** The year 9000: RFC 3339 has four digits, and links live on after it. */
const LAST_TIME = Date.UTC(9000, 0);
const CENTURY_MS = Date.UTC(2070, 0);

function checkOptions({
  apiKey = "key",
  apiSecret = "secret",
  seed,
  clock,
  linkLifetimeMs = 1,
  latencyMs = 0,
  portalUrl,
}: MockOptions): void {
  if (typeof apiKey !== "string" || !/^[^:]+$/.test(apiKey))
    refuse("apiKey", "must be a string without a colon, and not empty.");
  if (typeof apiSecret !== "string" || !apiSecret)
    refuse("apiSecret", "must be a string, and not empty.");
  if (seed !== undefined && !Number.isSafeInteger(seed))
    refuse("seed", "must be an integer.");
  if (clock !== undefined && typeof clock !== "function")
    refuse("clock", "must be a function that returns the time.");
  if (!isBetween(linkLifetimeMs, Number.MIN_VALUE, CENTURY_MS))
    refuse("linkLifetimeMs", "must be above 0, and a century at most.");
  if (!isBetween(latencyMs, 0, 2 ** 31 - 1))
    refuse("latencyMs", "must be 0 or more, and below 2 ** 31.");
  if (
    portalUrl !== undefined &&
    !(/^https?:\/\/[^\s?#]+\/$/.test(portalUrl) && URL.canParse(portalUrl))
  )
    refuse("portalUrl", "must be an http or https URL that ends in a slash.");
}

function isBetween(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && value >= least && value <= most;
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
  return /^application\/([\w.-]+\+)?json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(
    type,
  );
}

let lastTime = NaN;
let lastTimestamp = "";

/** Many links of a busy mock expire in the same second. */
function timestamp(ms: number): string {
  if (ms !== lastTime) {
    lastTimestamp = new Date(ms).toISOString().replace(".000", "");
    lastTime = ms;
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
  { method, url, headers, body: text }: Asked,
  body: unknown,
  secrets: readonly string[],
): MockRequest {
  const shown: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name] ?? "";
    shown[name] = /authorization$|cookie$/.test(name)
      ? withoutCredentials(value)
      : without(secrets, value);
  }
  const shownText = without(secrets, text);
  return {
    method,
    url: without(secrets, url).replace(/\/portal\/[\w-]+/, "/portal/…"),
    headers: shown,
    body: shownText === text ? body : parsed(shownText),
  };
}

/** The scheme alone. */
function withoutCredentials(authorization: string): string {
  if (authorization.startsWith("Basic ")) return `Basic ${HIDDEN}`;
  return authorization.replace(/^((?:basic|bearer) )?.+/is, `$1${HIDDEN}`);
}

function without(secrets: readonly string[], text: string): string {
  for (const secret of secrets)
    if (text.includes(secret)) text = text.replaceAll(secret, HIDDEN);
  return text;
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

/** A message must stay readable, and a hostile one must not take long. */
const MOST_ERRORS = 100;

function invalid(record: object, violations: ContractViolation[]): MockAnswer {
  const told = violations.slice(0, MOST_ERRORS);
  const errors = new Map<string, FieldError>();
  for (const { field, rule, message } of told)
    // A wrong type in an enum breaks two rules; the envelope has room for one, the first.
    if (!errors.has(field))
      errors.set(field, { message: `The ${wordsOf(field)} ${message}.`, rule });
  return failure("validationFailed", {
    reason: sentenceOf(told),
    details: [
      {
        record: isShallow(record) ? (record as Record<string, unknown>) : {},
        errors: Object.fromEntries(errors),
      },
    ],
  });
}

/** JSON may be nested deeper than it can be written again. */
function isShallow(record: object): boolean {
  try {
    return JSON.stringify(record) !== undefined;
  } catch {
    return false;
  }
}

/** `settings.cancel_type` → `cancel type`, as the vendor's own messages have it. */
function wordsOf(field: string): string {
  const name = field.replace(/\.\d+$/, "");
  return name.slice(name.lastIndexOf(".") + 1).replaceAll("_", " ");
}

/** What `Prefer: example=NAME, code=STATUS` asks for, with Prism's names and meaning. */
function preferred(
  header: string | undefined,
  create: () => MockAnswer,
): MockAnswer | undefined {
  if (!header) return undefined;
  const preferences = Object.fromEntries(
    header
      .toLowerCase()
      .split(",")
      // Parameters of a preference are none of ours.
      .map((preference) => preference.split(";", 1)[0] ?? "")
      .map((preference) => preference.split("=").map((part) => part.trim())),
  ) as Record<string, string | undefined>;
  const { code, example } = preferences;
  const status = code === undefined ? undefined : Number(unquoted(code));
  if (example === "" || (status !== undefined && !isStatus(status)))
    return problem(
      422,
      "Unknown preference",
      "In Prefer, code is an HTTP status from 200 to 599, and example has a name.",
    );
  if (example !== undefined) {
    const wanted = unquoted(example);
    const name = mockAnswerNames.find((one) => one.toLowerCase() === wanted);
    return name
      ? namedAnswer(name, name in linkExamples ? 200 : status)
      : problem(
          404,
          "Unknown preference",
          `In Prefer, example is one of ${mockAnswerNames.join(", ")}.`,
        );
  }
  if (status === undefined) return undefined;
  return status > 299
    ? namedAnswer("invalidApiKey", status)
    : underStatus(create(), status);
}

function unquoted(value: string): string {
  return value.replace(/^"(.*)"$/, "$1");
}

/** RFC 9110, as far as it matters here: the best match decides, and q=0 means no. */
function notAcceptable(accept: string | undefined): MockAnswer | undefined {
  if (!accept || accept === "*/*" || accept === JSON_TYPE) return undefined;
  const ranges = accept.split(",").map((range) => {
    const [type = "", ...parameters] = range.toLowerCase().split(";");
    const isRefused = parameters.some((one) =>
      /^\s*q\s*=\s*0(\.0*)?\s*$/.test(one),
    );
    return { type: type.trim(), isRefused };
  });
  const best = [JSON_TYPE, "application/*", "*/*"]
    .map((type) => ranges.find((range) => range.type === type))
    .find(Boolean);
  return best && !best.isRefused
    ? undefined
    : problem(406, "Not acceptable", "The mock answers application/json.");
}
