import type { PortalLinkRequest } from "../contract/generated.js";
import { tryParseJson } from "../contract/values.js";
import { hostRefusal, LINK_PATH, pathOf } from "./addresses.js";
import type { ServerAddress } from "./addresses.js";
import type { IncomingRequest, MockAnswer, MockAnswerName } from "./answers.js";
import { failureAnswer, jsonAnswer, LARGEST_REQUEST } from "./answers.js";
import { problem, tooLarge } from "./answers.js";
import { controlAnswer, type MockControls } from "./control-api.js";
import { createLinks } from "./create-link.js";
import { formOf, homeAnswer, homeUrlOf, portalUrlOf } from "./home-page.js";
import { readNext } from "./next-answers.js";
import type { MockOptions } from "./options.js";
import { createPortal, PORTAL_PATH } from "./portal.js";
import { createRequestLog, LONGEST_KEPT, readBasic } from "./request-log.js";
import { refusalOf } from "./validate-request.js";

/** The API as the contract describes it, without any transport. */
export function createMockApi(options: MockOptions, server?: ServerAddress) {
  const { seed, portalUrl, linkLifetimeMs = 1_800_000 } = options;
  let log = createRequestLog(options);
  let queue: MockAnswer[] = [];
  let createLink = createLinks(seed);
  let portal = createPortal();

  const controls: MockControls = {
    get requests() {
      return log.requests;
    },
    next(next: MockAnswerName | object, more?: object) {
      const named = typeof next === "string" ? { ...more, name: next } : next;
      queue.push(...readNext(named));
    },
    reset() {
      log = createRequestLog(options);
      queue = [];
      createLink = createLinks(seed);
      portal = createPortal();
    },
  };

  /** Takes a request before it has its body, because what `next` has lined up is for the first to come. */
  function receive(incoming: IncomingRequest): () => MockAnswer {
    const { method, headers } = incoming;
    const path = pathOf(incoming.url);
    const isPost = method === "POST";
    const isView = /^(GET|HEAD)$/.test(method);
    const form = path === "/" ? formOf(incoming, portalUrl) : undefined;
    const isControl = /^\/__mock(\/|$)/.test(path);
    const isLink = path.endsWith(LINK_PATH) && isPost && !isControl;
    const isCall = isLink || form === "own";
    const queued = isCall ? queue.shift() : undefined;
    const send = (call: IncomingRequest) => {
      log.add(call);
      return queued ?? create(call);
    };
    return () => {
      if (isControl) {
        const { loopbackPort } = server ?? {};
        const why = hostRefusal(headers.host, loopbackPort, portalUrl);
        return controlAnswer(path, incoming, why, controls);
      }
      if (path === "/" && (isView || form)) {
        const url = homeUrlOf(incoming, server, portalUrl);
        const { has: hasLink } = portal;
        return homeAnswer(incoming, form, { url, options, send, hasLink });
      }
      if (PORTAL_PATH.test(path) && (isView || isPost))
        return portal.answer(path.replace(/.*\//, ""), incoming, now());
      if (isCall) return send(incoming);
      log.add(incoming);
      if (!path.endsWith(LINK_PATH))
        return problem(404, `The mock answers POST …${LINK_PATH} alone.`);
      return problem(405, "Only POST is answered.", { allow: "POST" });
    };
  }

  function create(incoming: IncomingRequest): MockAnswer {
    const { headers, body } = incoming;
    if (body.length > LARGEST_REQUEST) return tooLarge;
    const sent = readBasic(headers.authorization);
    if (!sent) return failureAnswer("invalidApiKey", "no Basic credentials");
    const { apiKey = sent.apiKey, apiSecret = sent.apiSecret } = options;
    if (apiKey !== sent.apiKey || apiSecret !== sent.apiSecret)
      return failureAnswer("invalidApiKey", "not the credentials given");
    const request = tryParseJson(body) as PortalLinkRequest;
    const refusal = refusalOf(body, request, headers["content-type"]);
    if (refusal) return refusal;
    // Whole seconds, as documented, and ahead of the clock.
    const expiresAt = Math.ceil((now() + linkLifetimeMs) / 1000) * 1000;
    const begin = portalUrlOf(incoming, server, portalUrl);
    const result = createLink(request, begin, expiresAt);
    const token = result.link_url.slice(begin.length);
    if (body.length <= LONGEST_KEPT) portal.add(token, request, expiresAt);
    const ids = [request.customer_id, request.subscription_id ?? ""];
    return jsonAnswer(200, { status: true, result }, ids.join(" ").trim());
  }

  function now(): number {
    // Looked up per call, because a test may fake it later. RFC 3339 has four digits for the year.
    const time = Number((options.clock ?? Date.now)());
    if (time >= 0 && time < Date.UTC(9000, 0)) return time;
    throw new TypeError(
      "clock must return a Date, or the time in ms since 1970.",
    );
  }

  return { controls, receive };
}
