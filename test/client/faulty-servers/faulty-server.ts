// What the faulty servers are made of.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { PortalLinkRequest } from "../../../src/index.js";

/** Whatever holds this word must not show up anywhere. */
export const CANARY = "canary";
export const credentials = {
  apiKey: "canary_api_key",
  apiSecret: "canary_api_secret",
};

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** How many requests came before, in the same test. */
  earlier: number;
  /** Another origin, where no request must ever arrive. */
  elsewhere: string;
}

export type Serve = (exchange: Exchange) => void;

type ErrorName = `Kwik${"Api" | "Connection" | "Contract" | "Timeout"}Error`;

type Outcome =
  | { link: object; violations?: { field: string; rule: string }[] }
  | { error: ErrorName; message: RegExp; details: Record<string, unknown> };

/** What the server does, and the one thing that the client must make of it. */
export type FaultyServer = [
  name: string,
  /** Nobody listens, when there is none. */
  serve: Serve | undefined,
  expected: Outcome,
  options?: {
    request?: PortalLinkRequest;
    timeoutMs?: number;
    /** How many requests arrive. @default 1 */
    requests?: number;
  },
];

export const result = {
  id: "cpl_HVpCeoNys1f22X7QcuWHY",
  session_id: "ses_canary-session",
  customer_id: "cus_abc123",
  link_url: "https://pay.kwik.co.za/portal/canary_link",
  expires_at: "2026-03-13T12:30:00Z",
};
export const success = { status: true, result };
export const successWith = (changes: object) => ({
  status: true,
  result: { ...result, ...changes },
});

type Headers = Record<string, string>;

export const json = (body: unknown, status = 200, headers: Headers = {}) =>
  text(JSON.stringify(body), status, {
    "Content-Type": "application/json",
    ...headers,
  });

export const text =
  (
    body: string | Buffer,
    status = 200,
    headers: Headers = { "Content-Type": "text/html" },
  ): Serve =>
  ({ response }) => {
    response.writeHead(status, headers).end(body);
  };

export const page = `<html><h1>Sorry</h1><p>Basic ${btoa("canary_api_key:canary_api_secret")} <a href="${result.link_url}">go on</a> ses_canary</p></html>`;

export const link = (changes: object = {}) => ({
  link: { ...result, ...changes },
});
const error =
  (error: ErrorName, always: object = {}) =>
  (message: RegExp, details: object = {}): Outcome => ({
    error,
    message,
    details: { ...always, ...details },
  });
export const apiError = error("KwikApiError");
export const contractError = error("KwikContractError", { status: 200 });
export const timeoutError = error("KwikTimeoutError");

/** In a table of data, where no `expect` is at hand. */
export const containing = (part: string): object => ({
  asymmetricMatch: (value: unknown) => String(value).includes(part),
  toString: () => `containing ${part}`,
});

export const connectionError = error("KwikConnectionError", {
  cause: containing("Error: "),
});
