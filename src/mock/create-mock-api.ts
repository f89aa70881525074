import { readBasic } from "../contract/basic-auth.js";
import { valueAt } from "../contract/field-path.js";
import { operations } from "../contract/generated.js";
import { invalidOption } from "../contract/invalid-option.js";
import { parseJsonOrText } from "../contract/json.js";
import { memoizeLast } from "../contract/memoize-last.js";
import { notAcceptable } from "./accept.js";
import { problem, type MockAnswer } from "./answers.js";
import { controlAnswer } from "./control-api.js";
import { createIds } from "./ids.js";
import type { IncomingRequest } from "./incoming-request.js";
import {
  supportedRequests,
  type MockedOperation,
} from "./mocked-operations.js";
import type { MockControls } from "./mock-controls.js";
import { failureAnswer } from "./named-answers.js";
import { createNextAnswers } from "./next-answers.js";
import { checkOptions, type MockOptions } from "./options.js";
import { createPortal } from "./portal.js";
import { preferredAnswer } from "./prefer.js";
import { createRequestLog } from "./request-log.js";
import { routeOf } from "./route.js";
import { isTooLarge, tooLarge, validateRequest } from "./validate-request.js";

interface MockApi {
  controls: MockControls;
  /** To be called when a request comes, before its body is read: what `next` has lined up is for the first to come. */
  dequeue: (method: string, url: string) => MockAnswer | undefined;
  /** @param queued What `dequeue` gave for this request. */
  answer: (
    incoming: IncomingRequest,
    queued: MockAnswer | undefined,
  ) => MockAnswer;
}

/** The API as the contract describes it, without any transport. */
export function createMockApi(options: MockOptions): MockApi {
  const { apiKey, apiSecret, seed, clock = Date.now } = options;
  const { linkLifetimeMs = 1_800_000 } = options;
  checkOptions(options);
  const log = createRequestLog(options);
  const nextAnswers = createNextAnswers();
  let createId = createIds(seed);
  let portal = createPortal();

  const controls: MockControls = {
    get requests() {
      return log.requests;
    },
    next: (answer: string | object, nextOptions?: object) =>
      nextAnswers.add(
        typeof answer === "string" ? { ...nextOptions, name: answer } : answer,
      ),
    reset() {
      log.clear();
      nextAnswers.clear();
      createId = createIds(seed);
      portal = createPortal();
    },
  };

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
    const { mocked } = routeOf(url);
    return mocked?.operation.method === method
      ? nextAnswers.take(mocked)
      : undefined;
  }

  function answer(
    incoming: IncomingRequest,
    queued: MockAnswer | undefined,
  ): MockAnswer {
    const { path, mocked, isControl, token } = routeOf(incoming.url);
    if (isControl)
      return controlAnswer(path, incoming, {
        requests: () => log.requests,
        next: nextAnswers.add,
        reset: controls.reset,
      });
    if (token && ["GET", "HEAD", "POST"].includes(incoming.method))
      return portal.answer(token, incoming, now());
    log.add(incoming);
    if (!mocked)
      return problem(
        404,
        "Not found",
        `The mock answers ${supportedRequests} alone.`,
      );
    const allow = mocked.operation.method;
    if (incoming.method !== allow)
      return problem(405, "Method not allowed", `Only ${allow} is answered.`, {
        allow,
      });
    const body = parseJsonOrText(incoming.body);
    const create = () => createSuccess(mocked, incoming, body);
    return (
      queued ??
      refuse(mocked, incoming, body) ??
      preferredAnswer(incoming.headers.prefer, mocked, create) ??
      notAcceptable(incoming.headers.accept) ??
      create()
    );
  }

  // Mostly the same client asks again.
  const readCredentials = memoizeLast(readBasic);

  function refuse(
    mocked: MockedOperation,
    { headers, body: text }: IncomingRequest,
    body: unknown,
  ): MockAnswer | undefined {
    if (isTooLarge(text)) return tooLarge;
    const invalidCredentials = (reason: string) =>
      failureAnswer(mocked.examples.failure, "invalidApiKey", { reason });
    const credentials = readCredentials(headers.authorization);
    if (!credentials) return invalidCredentials("no Basic credentials");
    if (
      (apiKey ?? credentials.apiKey) !== credentials.apiKey ||
      (apiSecret ?? credentials.apiSecret) !== credentials.apiSecret
    )
      return invalidCredentials("not the credentials given");
    return validateRequest(mocked, headers["content-type"], text, body);
  }

  function createSuccess(
    { operation, writeSuccess }: MockedOperation,
    incoming: IncomingRequest,
    request: unknown,
  ): MockAnswer {
    let note = "";
    const echoed: unknown[] = [];
    for (const echo of operation.echoes) {
      const value = valueAt(request, echo.request);
      echoed.push(value);
      if (typeof value === "string") note += `${note && " "}${value}`;
    }
    // Whole seconds, as documented, and ahead of the clock.
    const expiresAt = Math.ceil((now() + linkLifetimeMs) / 1000) * 1000;
    const { body, tokens } = writeSuccess({
      echoed,
      createId,
      time: timestamp(expiresAt),
      portalUrl: incoming.portalUrl ?? options.portalUrl,
    });
    if (operation === operations.createPortalLink)
      for (const token of tokens) portal.add(token, incoming.body, expiresAt);
    return {
      status: operation.status,
      headers: { "content-type": "application/json" },
      body,
      note,
    };
  }

  return { controls, dequeue, answer };
}

/** The year 9000: RFC 3339 has four digits, and links live on after it. */
const LAST_TIME = Date.UTC(9000, 0);

/** Many links of a busy mock expire in the same second. */
const timestamp = memoizeLast((ms: number) =>
  new Date(ms).toISOString().replace(".000", ""),
);
