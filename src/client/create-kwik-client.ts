import createClient, { type Client } from "openapi-fetch";
import { checkedBaseUrl } from "./base-url.js";
import {
  operations,
  type Operation,
  type paths,
} from "../contract/generated.js";
import type { CallOptions, CreatePortalLink } from "./create-portal-link.js";
import { invalidOption } from "../contract/invalid-option.js";
import { basicCredentials } from "./credentials.js";
import { KwikContractError } from "./errors.js";
import { readResult } from "./read-result.js";
import { checkedTimeoutMs, rejectBrowser } from "./options.js";
import { redactor } from "../contract/redact.js";
import { createSend } from "./transport.js";
import {
  sentenceOf,
  violationsOf,
  type ContractViolation,
} from "../contract/violations.js";

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
  onContractViolation?: ((violation: ContractViolation) => void) | undefined;
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
  const secrets = basicCredentials(options.apiKey, options.apiSecret);
  const baseUrl = checkedBaseUrl(options.baseUrl);
  const timeoutMs = checkedTimeoutMs(options.timeoutMs);
  const redact = redactor(secrets);
  const { onContractViolation } = options;
  const send = createSend(options.fetch, options.maxRetries, redact);
  const headers = {
    Authorization: `Basic ${secrets[0]}`,
    "Content-Type": "application/json",
  };

  async function call(
    operation: Operation,
    request: unknown,
    options: CallOptions = {},
  ): Promise<unknown> {
    const violations = violationsOf(operation.request, request);
    if (violations[0])
      throw new KwikContractError(
        `The request was not sent: ${sentenceOf(violations)}.`,
        { violations },
      );
    const { method, path } = operation;
    const response = await send(
      baseUrl + path,
      { method, headers, body: JSON.stringify(request) },
      checkedTimeoutMs(options.timeoutMs ?? timeoutMs),
      options.signal,
    );
    return readResult(
      operation,
      response,
      request,
      baseUrl,
      redact,
      onContractViolation,
    );
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
          const response = await send(
            url,
            { method, headers, body: (await request.text()) || null },
            timeoutMs,
            signal,
          );
          return new Response(response.body || null, response);
        },
      }));
    },
  };
}
