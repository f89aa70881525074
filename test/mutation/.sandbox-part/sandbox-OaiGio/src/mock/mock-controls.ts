// @ts-nocheck
import type { MockAnswerName } from "./named-answers.js";
import type { NextOptions } from "./next-answers.js";
import type { MockRequest } from "./request-log.js";

/** What a test does with a mock, in process. The control API is the same over HTTP. */
export interface MockControls {
  /**
   * Answers the next request to the endpoint with this, whatever it asks; call it again for the one after that.
   *
   * The examples of links are the contract's own, ids included, whatever was incoming. A body of your own is sent as JSON or,
   * when it is a text, as that.
   *
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
  /** What was incoming, oldest first: the last 1,000 requests. Views of the portal and the mock's own control are left out. */
  readonly requests: readonly MockRequest[];
  /** Forgets the requests, the links and what `next` has lined up, and starts the seed anew. */
  reset: () => void;
}
