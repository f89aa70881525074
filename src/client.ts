import createClient, { type Client } from "openapi-fetch";
import { checkedBaseUrl } from "./base-url.js";
import {
  serverUrl,
  type paths,
  type PortalLink,
  type PortalLinkRequest,
} from "./contract.js";
import { basicCredentials } from "./credentials.js";
import { KwikApiError, KwikError } from "./errors.js";
import { fieldsOf } from "./failure.js";

export interface KwikClientOptions {
  /** The API key, sent as the user name of HTTP Basic. @default `KWIK_API_KEY` from the environment, where there is one */
  apiKey?: string;
  /** The API secret, sent as the password. @default `KWIK_API_SECRET` from the environment, where there is one */
  apiSecret?: string;
  /** Where the API is: https, or http on loopback. @default the contract's server, `https://api.kwik.co.za/2.0` */
  baseUrl?: string;
  /** Sends the request. @default `globalThis.fetch`, looked up per call */
  fetch?: (request: Request) => Promise<Response>;
}

export interface CallOptions {
  /** Aborts the call. */
  signal?: AbortSignal;
}

type WithSubscription<Value> = Omit<PortalLinkRequest, "subscription_id"> &
  Value;

/**
 * Creates a portal link. The result has a `subscription_id` exactly when the request has one.
 *
 * Overloads, because a type parameter would let misspelt properties through. Four of them, because TypeScript then reports
 * the last one's complaint on the line it is about; up to three it blames the whole call.
 */
export interface CreatePortalLink {
  (
    request: WithSubscription<{ subscription_id: string }>,
    options?: CallOptions,
  ): Promise<PortalLink & { subscription_id: string }>;
  (
    request: WithSubscription<{ subscription_id?: never }>,
    options?: CallOptions,
  ): Promise<Omit<PortalLink, "subscription_id">>;
  (
    request: WithSubscription<{ subscription_id?: undefined }>,
    options?: CallOptions,
  ): Promise<Omit<PortalLink, "subscription_id">>;
  (
    request: WithSubscription<{ subscription_id?: string | undefined }>,
    options?: CallOptions,
  ): Promise<PortalLink>;
}

export interface KwikClient {
  /**
   * Creates a link to the customer portal. Whoever holds `link_url` is let in until `expires_at`: redirect the customer to it
   * at once and keep it out of logs.
   *
   * @throws {KwikApiError} the API said no: see `code` and `fieldErrors`.
   * @example
   * const link = await kwik.createPortalLink({ customer_id: "cus_abc123" });
   * response.redirect(303, link.link_url);
   */
  readonly createPortalLink: CreatePortalLink;
  /** The openapi-fetch client underneath, for `{ data, error, response }` instead of a throw. */
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
  const api = createClient<paths>({
    baseUrl: checkedBaseUrl(
      options.baseUrl === undefined ? serverUrl : options.baseUrl,
    ),
    headers: {
      Authorization: basicCredentials(options.apiKey, options.apiSecret),
    },
    // Looked up per call, not captured here, so that MSW and instrumentation work in any load order.
    fetch: options.fetch ?? ((request) => globalThis.fetch(request)),
  });

  async function createPortalLink(
    request: PortalLinkRequest,
    { signal }: CallOptions = {},
  ): Promise<PortalLink> {
    const { data, error, response } = await api.POST("/customer-portal/link", {
      body: request,
      // openapi-fetch would throw a bare SyntaxError on a 200 that is not JSON.
      parseAs: "text",
      ...(signal && { signal }),
    });
    return readAnswer(
      response,
      typeof data === "string" ? parseJson(data) : error,
    );
  }

  return { createPortalLink: createPortalLink as CreatePortalLink, api };
}

function readAnswer({ ok, status }: Response, body: unknown): PortalLink {
  const envelope = fieldsOf(body);
  // The HTTP status of a failure is not documented, so the envelope decides before it.
  if (envelope.status === false || !ok) throw new KwikApiError(status, body);
  const link = envelope.result as PortalLink;
  if (typeof fieldsOf(link).link_url !== "string") {
    throw new KwikError(`The API answered HTTP ${status} without a link.`);
  }
  return link;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
