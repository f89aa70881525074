// @ts-nocheck
// A client without a server: its fetch answers at once.
import { createKwikClient, type KwikClientOptions } from "../../src/index.js";
import { examplesOf } from "../contract/document.js";

export const credentials = { apiKey: "canary_key", apiSecret: "canary_secret" };
export const request = { customer_id: "cus_abc123" };
export const success = examplesOf<{ result: object }>("PortalLinkResponse")
  .noSubscription as { result: object };

/** A client for which each request is answered so, without a retry. */
export const clientWith = (
  answer: (request: Request) => Response,
  options: KwikClientOptions = {},
) =>
  createKwikClient({
    ...credentials,
    maxRetries: 0,
    fetch: (request) => Promise.resolve(answer(request)),
    ...options,
  });

/** What a client of these options sends. */
export async function sentBy(
  options: KwikClientOptions,
  body: object = request,
): Promise<Request> {
  const sent: Request[] = [];
  const kwik = createKwikClient({
    fetch: (request) => {
      sent.push(request);
      return Promise.resolve(Response.json(success));
    },
    ...options,
  });
  await kwik.createPortalLink(body as typeof request);
  return sent[0] as Request;
}
