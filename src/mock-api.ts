import { linkExamples, PATH, type PortalLinkRequest } from "./contract.js";
import {
  failure,
  isMockAnswerName,
  isStatus,
  mockAnswerNames,
  namedAnswer,
  ok,
  problem,
  type MockAnswer,
  type MockAnswerName,
} from "./mock-answers.js";
import { readBasic, type BasicCredentials } from "./mock-credentials.js";
import { createIds } from "./mock-ids.js";
import {
  checkOptions,
  checkedHeaders,
  type MockOptions,
} from "./mock-options.js";
import { createPortal } from "./mock-portal.js";
import { notAcceptable, preferred } from "./mock-preferences.js";
import {
  parsed,
  recorded,
  secretsIn,
  type MockRequest,
} from "./mock-record.js";
import { contentRefusal, isTooLarge, tooLarge } from "./mock-refusal.js";
import { refuse } from "./options.js";
import { remembered } from "./remembered.js";

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

const DOCUMENTED_PORTAL = new URL(
  ".",
  linkExamples.subscription.result.link_url,
).href;
const REQUESTS_KEPT = 1000;

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
    const { credentials, secrets } = senderOf(asked.headers.authorization);
    const body = parsed(asked.body);
    if (requests.push(recorded(asked, body, secrets)) > REQUESTS_KEPT)
      requests.shift();

    if (!path.endsWith(PATH))
      return problem(404, "Not found", `The mock answers POST …${PATH} alone.`);
    if (asked.method !== "POST")
      return problem(405, "Method not allowed", `Only POST is answered.`, {
        allow: "POST",
      });
    const create = () => created(body as PortalLinkRequest, asked.portalUrl);
    return (
      taken ??
      refusal(asked, body, credentials) ??
      preferred(asked.headers.prefer, create) ??
      notAcceptable(asked.headers.accept) ??
      create()
    );
  }

  // Mostly the same client asks again.
  const senderOf = remembered((authorization: string | undefined) => {
    const credentials = readBasic(authorization);
    return { credentials, secrets: secretsIn(credentials, options) };
  });

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
    return contentRefusal(headers["content-type"], text, body);
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

/** The year 9000: RFC 3339 has four digits, and links live on after it. */
const LAST_TIME = Date.UTC(9000, 0);

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

/** Many links of a busy mock expire in the same second. */
const timestamp = remembered((ms: number) =>
  new Date(ms).toISOString().replace(".000", ""),
);
