import { asRecord, tryParseJson } from "../contract/values.js";
import { jsonAnswer, LARGEST_REQUEST, problem, tooLarge } from "./answers.js";
import type { IncomingRequest, MockAnswer, MockAnswerName } from "./answers.js";
import type { NextOptions } from "./next-answers.js";
import type { MockRequest } from "./request-log.js";
import { isJson } from "./validate-request.js";

/** What a test does with a mock, in process. The control API is the same over HTTP. */
export interface MockControls {
  /**
   * Answers the next request to the endpoint with this, whatever it asks; call it again for the one after that.
   * The examples of links are the contract's own, ids included. A body of your own is sent as JSON or, when it is a text, as that.
   * @throws {TypeError} there is no answer of that name (the message lists those there are), or no such status or header.
   * @example
   * mock.next("recordNotFound");
   * mock.next("rateLimited", { times: 3 }); // the client retries twice
   * mock.next({ body: { status: false, error_code: "099" }, status: 409 });
   */
  next: {
    (name: MockAnswerName, options?: NextOptions): void;
    (answer: NextOptions & { body: unknown }): void;
  };
  /** What was asked, oldest first: the last 1,000 requests. Views of the pages and the mock's own control are left out. */
  readonly requests: readonly MockRequest[];
  /** Forgets the requests, the links and what `next` has lined up, and starts the seed anew. */
  reset: () => void;
}

const METHODS = new Map([
  ["/__mock/health", "GET, HEAD"],
  ["/__mock/next", "POST"],
  ["/__mock/requests", "GET, HEAD"],
  ["/__mock/reset", "POST"],
]);
const UNKNOWN = `The mock is controlled by ${[...METHODS.keys()].join(", ")}.`;
const NO_PAGE = "A program may control the mock, a web page may not.";

/** Controls the mock over HTTP. No web page can: it would need CORS, or a JSON content type without it. */
export function controlAnswer(
  path: string,
  { method, headers, body }: IncomingRequest,
  refusedHost: string | undefined,
  controls: MockControls,
): MockAnswer {
  // Browsers send Origin along with whatever a page makes them POST.
  const isPage = headers.origin !== undefined;
  if (refusedHost !== undefined || isPage)
    return problem(403, `${NO_PAGE} ${refusedHost ?? "It sends an Origin."}`);
  const allow = METHODS.get(path);
  if (!allow) return { ...problem(404, UNKNOWN), note: "no such control" };
  if (!allow.split(", ").includes(method))
    return problem(405, `This path takes ${allow}.`, { allow });
  if (path === "/__mock/health") return jsonAnswer(200, { status: "ok" }, "ok");
  if (path === "/__mock/requests")
    return jsonAnswer(200, controls.requests, "done");
  if (body.length > LARGEST_REQUEST) return tooLarge;
  const isReset = path === "/__mock/reset";
  const { "content-type": type = "" } = headers;
  if (!isJson(type) && (!isReset || type || body))
    return problem(415, "The content type must be application/json.");
  try {
    if (isReset) controls.reset();
    else controls.next(asRecord(tryParseJson(body)) as { body: unknown });
  } catch (error) {
    return problem(422, (error as Error).message);
  }
  return { status: 204, headers: {}, body: "", note: "done" };
}
