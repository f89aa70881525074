import createClient, { type Client } from "openapi-fetch";
import { checkedBaseUrl } from "./base-url.js";
import {
  serverUrl,
  type ErrorResponse,
  type paths,
  type PortalLink,
  type PortalLinkRequest,
} from "./contract.js";
import { basicCredentials } from "./credentials.js";
import { KwikApiError, KwikError } from "./errors.js";

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

/** Creates a portal link; the result has a `subscription_id` exactly when the request has one. */
export interface CreatePortalLink {
  (
    request: PortalLinkRequest & { subscription_id: string },
    options?: CallOptions,
  ): Promise<PortalLink & { subscription_id: string }>;
  (
    request: PortalLinkRequest & { subscription_id?: undefined },
    options?: CallOptions,
  ): Promise<Omit<PortalLink, "subscription_id">>;
  (request: PortalLinkRequest, options?: CallOptions): Promise<PortalLink>;
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
    baseUrl: checkedBaseUrl(options.baseUrl ?? serverUrl),
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
  const envelope = (
    typeof body === "object" && body !== null ? body : {}
  ) as Partial<ErrorResponse> & { result?: PortalLink | null };
  // The HTTP status of a failure is not documented, so the envelope decides before it.
  if (envelope.status === false || !ok)
    throw KwikApiError.fromResponse(status, envelope);
  if (typeof envelope.result?.link_url !== "string")
    throw new KwikError(`The API answered HTTP ${status} without a link.`);
  return envelope.result;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
