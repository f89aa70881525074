import createClient, { type Client } from "openapi-fetch";
import { version, type paths } from "../contract/generated.js";
import { rejectUnknown, tryParseJson } from "../contract/values.js";
import type { ReadResponse } from "../contract/read-response.js";
import { checkedRequest } from "./check-request.js";
import type { CallOptions, CreatePortalLink } from "./create-portal-link.js";
import { checkedOptions, type KwikClientOptions } from "./options.js";
import { linkOf, responseOf } from "./outcome.js";
import { createTransport } from "./transport.js";

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
 * @throws {TypeError} an option is missing, unknown or unusable; the message says what to do.
 * @example
 * const kwik = createKwikClient(); // KWIK_API_KEY and KWIK_API_SECRET from the environment
 */
export function createKwikClient(options: KwikClientOptions = {}): KwikClient {
  const settings = checkedOptions(options);
  const { baseUrl } = settings.links;
  const send = createTransport(settings);
  const headers = {
    Authorization: `Basic ${settings.secrets[0]}`,
    "Content-Type": "application/json",
    "User-Agent": `kwik-portal-link/${version}`,
  };
  /** A real Request would be built only for fetch to take apart again; and openapi-fetch merges headers twice. */
  function LightRequest(url: string, init: RequestInit) {
    return { ...init, url, headers: { ...headers } };
  }
  const client = createClient<paths>({
    baseUrl,
    Request: LightRequest as never,
    fetch: send as never,
  });
  async function createPortalLink(request: unknown, options: CallOptions = {}) {
    rejectUnknown(options, ["signal", "timeoutMs"]);
    const body = checkedRequest(request, settings.sanitize);
    try {
      const { data } = await client.POST("/customer-portal/link", {
        body,
        parseAs: "stream",
        signal: options.signal as AbortSignal,
        timeoutMs: options.timeoutMs,
        judge: (response: ReadResponse) => linkOf(response, settings, body),
      });
      return data;
    } finally {
      // openapi-fetch loses a reason such as null.
      options.signal?.throwIfAborted();
    }
  }

  let api: Client<paths> | undefined;
  return {
    createPortalLink: createPortalLink as never,
    // On first use, because openapi-fetch touches globalThis.Request, which makes Node load its HTTP client.
    get api() {
      return (api ??= createClient<paths>({
        baseUrl,
        headers,
        async fetch(request) {
          // openapi-fetch takes a baseUrl per call as well.
          if (!request.url.startsWith(`${baseUrl}/`))
            throw new TypeError("baseUrl must be the client's.");
          const body = await request.text();
          return send({
            ...partsOf(request),
            body,
            judge: (response) =>
              responseOf(response, settings, tryParseJson(body)),
          });
        },
      }));
    },
  };
}

/** Takes a Request apart: passed on whole with another signal, its body that was read would fail in Next 14. */
function partsOf<Given extends Request>(request: Given): Given {
  const parts = {} as Given;
  // Its own properties too: openapi-fetch writes on it what no Request holds, such as `priority`.
  for (const name in request) parts[name] = request[name];
  return parts;
}
