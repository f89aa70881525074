// What the tests of the client share: credentials that must not show up anywhere, answers, and a client without a server.
import { inspect } from "node:util";
import { expect } from "vitest";
import { createKwikClient, type KwikClientOptions } from "../../src/index.js";

const apiSecret = 'canary"<a/b>secret';
export const credentials = { apiKey: "canary_key", apiSecret };
/** Without its padding. */
export const PAIR = btoa(`canary_key:${apiSecret}`).replace("=", "");
export const PATH = "/customer-portal/link";
export const request = { customer_id: "cus_abc123" };
export const result = {
  id: "cpl_HVpCeoNys1f22X7QcuWHY",
  session_id: "ses_canary-session",
  customer_id: "cus_abc123",
  link_url: "https://pay.kwik.co.za/portal/canary_link",
  expires_at: "2026-03-13T12:30:00Z",
};
export const success = { status: true, result };
export const answer = () => Response.json(success);
export const unsent = () => expect.unreachable("nothing must be sent");
export const never = () => new Promise(() => {});

/** A client whose every request is answered so, without a retry. */
export const clientWith = (
  fetch: (request: Request) => unknown = answer,
  options: KwikClientOptions = {},
) =>
  createKwikClient({
    ...credentials,
    maxRetries: 0,
    fetch: async (request) => (await fetch(request)) as Response,
    ...options,
  });

/** What a call rejects with. */
export const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => expect.unreachable("it should have thrown"),
    (error: unknown) => error,
  );

/** The request that a client of these options sends. */
export async function sentBy(
  options: KwikClientOptions,
  body: object = request,
) {
  const sent: Request[] = [];
  const fetch = (request: Request) => (sent.push(request), answer());
  await clientWith(fetch, options).createPortalLink(body as typeof request);
  expect(sent).toHaveLength(1);
  return sent[0] as Request;
}

/** Each text that a log, a reporter or a debugger could make of an error. */
export function everyWayToShow(error: unknown): string {
  const shown: string[] = [];
  const all = { depth: 10, showHidden: true, maxStringLength: null };
  for (let part = error as Error | undefined; part; part = part.cause as Error)
    shown.push(
      String(part),
      part.stack ?? "",
      JSON.stringify(part),
      JSON.stringify(Object.getOwnPropertyDescriptors(part)),
      inspect(part, all),
    );
  return shown.join("\n");
}
