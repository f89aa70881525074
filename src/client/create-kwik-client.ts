import createClient, { type Client } from "openapi-fetch";
import {
  operations,
  type Operation,
  type paths,
} from "../contract/generated.js";
import { invalidOption } from "../contract/invalid-option.js";
import type { ContractViolation } from "../contract/violations.js";
import { checkedBaseUrl } from "./base-url.js";
import { checkedRequest } from "./check-request.js";
import type { CallOptions, CreatePortalLink } from "./create-portal-link.js";
import { basicCredentials } from "./credentials.js";
import { handOver, readResult } from "./read-result.js";
import type { KwikAttempt } from "./kwik-attempt.js";
import {
  checkedMaxRetries,
  checkedTimeoutMs,
  checkFunctions,
  rejectBrowser,
} from "./options.js";
import { createShow } from "./show.js";
import { createSend } from "./transport.js";
import { USER_AGENT } from "./user-agent.js";

export interface KwikClientOptions {
  /** The user name of HTTP Basic. It decides between live and test data. @default `KWIK_API_KEY` from the environment */
  apiKey?: string | undefined;
  /** The password. @default `KWIK_API_SECRET` from the environment */
  apiSecret?: string | undefined;
  /** https, or http on loopback. @default the contract's server, `https://api.kwik.co.za/2.0` */
  baseUrl?: string | undefined;
  /** Sends the request. @default `globalThis.fetch`, looked up per call */
  fetch?: ((request: Request) => Promise<Response>) | undefined;
  /** How long a call may take in all, retries and the reading of the body included, in ms. @default 30_000 */
  timeoutMs?: number | undefined;
  /** How often a call is repeated, only where the server cannot have acted on it: 429, and 503 with Retry-After. @default 2 */
  maxRetries?: number | undefined;
  /** Gets each violation of the contract that leaves the link usable, such as a field that is too long. @default ignored */
  onContractViolation?: ((violation: ContractViolation) => unknown) | undefined;
  /** Gets how each attempt went, for logs, traces and metrics; no secret is in it. @default ignored */
  onAttempt?: ((attempt: KwikAttempt) => unknown) | undefined;
  /** Allows the API secret into a browser, where every visitor can read it. @default false */
  dangerouslyAllowBrowser?: boolean | undefined;
}

export interface KwikClient {
  /**
   * Creates a link to the customer portal. Whoever holds `link_url` is let in until `expires_at`: redirect the customer to it
   * at once and keep it out of logs.
   *
   * @throws {KwikApiError} the API said no: see `code` and `fieldErrors`.
   * @throws {KwikConnectionError} no response came back.
   * @throws {KwikTimeoutError} none came in time.
   * @throws {KwikContractError} the request breaks the contract, and was not sent; or the response does.
   * @example
   * const link = await kwik.createPortalLink({ customer_id: "cus_abc123" });
   * response.redirect(303, link.link_url);
   */
  readonly createPortalLink: CreatePortalLink;
  /**
   * The openapi-fetch client, for `{ data, error, response }`. It has the same time-out, retries and limits, and hands over
   * what the server sent: nothing is checked against the contract, and `status: false` under HTTP 200 arrives in `data`.
   */
  readonly api: Client<paths>;
}

/**
 * Creates the client. No request is sent yet.
 *
 * @throws {TypeError} an option is missing or unusable; the message says what to do.
 * @example
 * const kwik = createKwikClient(); // KWIK_API_KEY and KWIK_API_SECRET from the environment
 */
export function createKwikClient(options: KwikClientOptions = {}): KwikClient {
  rejectBrowser(options.dangerouslyAllowBrowser);
  const { fetch, onAttempt, onContractViolation } = options;
  checkFunctions({ fetch, onAttempt, onContractViolation });
  const secrets = basicCredentials(options.apiKey, options.apiSecret);
  const baseUrl = checkedBaseUrl(options.baseUrl, fetch);
  const timeoutMs = checkedTimeoutMs(options.timeoutMs);
  const maxRetries = checkedMaxRetries(options.maxRetries);
  const show = createShow(secrets);
  const send = createSend(fetch, maxRetries, onAttempt, show);
  const context = { baseUrl, secrets, onContractViolation };
  const headers = {
    Authorization: `Basic ${secrets[0]}`,
    "Content-Type": "application/json",
    "User-Agent": USER_AGENT,
  };

  async function call(
    operation: Operation,
    request: unknown,
    options: CallOptions | undefined,
  ): Promise<unknown> {
    const { body, sent } = checkedRequest(operation, request, show);
    const { method, path } = operation;
    return send({
      url: baseUrl + path,
      parts: { method, headers, body },
      timeoutMs: checkedTimeoutMs(options?.timeoutMs ?? timeoutMs),
      signal: options?.signal,
      judge: (response) => readResult(operation, response, sent, context),
    });
  }

  let api: Client<paths> | undefined;
  return {
    createPortalLink: ((request, options) =>
      call(operations.createPortalLink, request, options)) as CreatePortalLink,
    // On first use, because openapi-fetch touches globalThis.Request, which makes Node load its HTTP client.
    get api() {
      return (api ??= createClient<paths>({
        baseUrl,
        headers,
        fetch: async (request) => {
          const { url, method, headers, signal } = request;
          // openapi-fetch takes a baseUrl per call as well.
          if (!url.startsWith(`${baseUrl}/`))
            invalidOption("baseUrl", "must be the client's.");
          return send({
            url,
            parts: { method, headers, body: await request.text() },
            timeoutMs,
            signal,
            judge: (response) => handOver(response, context),
          });
        },
      }));
    },
  };
}
