import { parseJsonOrText } from "../contract/json.js";
import {
  examples,
  operations,
  type PortalLinkRequest,
} from "../contract/generated.js";
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
} from "./answers.js";
import { readBasic, type BasicCredentials } from "../contract/basic-auth.js";
import { createIds } from "./ids.js";
import { checkOptions, checkedHeaders, type MockOptions } from "./options.js";
import { createPortal } from "./portal-page.js";
import { notAcceptable } from "./accept.js";
import type { IncomingRequest } from "./incoming-request.js";
import { preferredAnswer } from "./prefer.js";
import { toMockRequest, secretsIn, type MockRequest } from "./request-log.js";
import { validateRequest, isTooLarge, tooLarge } from "./validate-request.js";
import { invalidOption } from "../contract/invalid-option.js";
import { memoizeLast } from "../contract/memoize-last.js";

export interface MockControls {
  /**
   * Answers the next request to the endpoint with this, whatever it asks; call it again for the one after that.
   *
   * The examples of links are the contract's own, ids included, whatever was incoming.
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
  /** What was incoming, oldest first: the last 1,000 requests, views of the portal page left out. */
  readonly requests: readonly MockRequest[];
  /** Forgets the requests, the links and what `next` has queue up, and starts the seed anew. */
  reset: () => void;
}

export interface MockApi extends MockControls {
  /** To be called when a request comes, before its body is read: what `next` has queue up is for the first to come. */
  dequeue: (method: string, url: string) => MockAnswer | undefined;
  /** @param queued What `dequeue` gave for this request. */
  answer: (
    incoming: IncomingRequest,
    queued: MockAnswer | undefined,
  ) => MockAnswer;
}

const DOCUMENTED_PORTAL = new URL(
  ".",
  examples.createPortalLink.success.subscription.result.link_url,
).href;
const REQUESTS_KEPT = 1000;

/** The API as the contract describes it, without any transport. */
export function createMockApi(options: MockOptions): MockApi {
  const { apiKey, apiSecret, seed, clock = Date.now } = options;
  const { linkLifetimeMs = 1_800_000 } = options;
  checkOptions(options);
  const requests: MockRequest[] = [];
  const queue: MockAnswer[] = [];
  let createId = createIds(seed);
  let portal = createPortal();

  const now = () => {
    const time: unknown = clock();
    const ms = time instanceof Date ? time.getTime() : time;
    return typeof ms === "number" && ms >= 0 && ms < LAST_TIME
      ? ms
      : invalidOption(
          "clock",
          "must return a Date, or the time in ms since 1970.",
        );
  };

  function dequeue(method: string, url: string): MockAnswer | undefined {
    return method === "POST" &&
      pathOf(url).endsWith(operations.createPortalLink.path)
      ? queue.shift()
      : undefined;
  }

  function answer(
    incoming: IncomingRequest,
    queued: MockAnswer | undefined,
  ): MockAnswer {
    const path = pathOf(incoming.url);
    if (/^(GET|HEAD)$/.test(incoming.method)) {
      const [, token] = /\/portal\/([\w-]+)$/.exec(path) ?? [];
      if (token) return portal.page(token, now());
    }
    const { credentials, secrets } = readCredentials(
      incoming.headers.authorization,
    );
    const body = parseJsonOrText(incoming.body);
    if (requests.push(toMockRequest(incoming, body, secrets)) > REQUESTS_KEPT)
      requests.shift();

    if (!path.endsWith(operations.createPortalLink.path))
      return problem(
        404,
        "Not found",
        `The mock answers POST …${operations.createPortalLink.path} alone.`,
      );
    if (incoming.method !== "POST")
      return problem(405, "Method not allowed", `Only POST is answered.`, {
        allow: "POST",
      });
    const create = () =>
      createLink(body as PortalLinkRequest, incoming.portalUrl);
    return (
      queued ??
      refuse(incoming, body, credentials) ??
      preferredAnswer(incoming.headers.prefer, create) ??
      notAcceptable(incoming.headers.accept) ??
      create()
    );
  }

  // Mostly the same client asks again.
  const readCredentials = memoizeLast((authorization: string | undefined) => {
    const credentials = readBasic(authorization);
    return { credentials, secrets: secretsIn(credentials, options) };
  });

  function refuse(
    { headers, body: text }: IncomingRequest,
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
    return validateRequest(headers["content-type"], text, body);
  }

  function createLink(
    request: PortalLinkRequest,
    portalUrl?: string,
  ): MockAnswer {
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
    dequeue,
    answer,
    requests,
    next(name, { status, headers } = {}) {
      if (!isMockAnswerName(name))
        throw new TypeError(`next() knows ${mockAnswerNames.join(", ")}.`);
      if (status !== undefined && !isStatus(status))
        invalidOption("status", "must be an HTTP status from 200 to 599.");
      queue.push(namedAnswer(name, status, headers && checkedHeaders(headers)));
    },
    reset() {
      requests.length = 0;
      queue.length = 0;
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
const timestamp = memoizeLast((ms: number) =>
  new Date(ms).toISOString().replace(".000", ""),
);
