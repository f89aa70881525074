import type { IncomingMessage, ServerResponse } from "node:http";
import type { PortalLinkRequest } from "../../../src/index.js";

/** Whatever holds this word must not show up anywhere. */
export const CANARY = "canary";
export const credentials = {
  apiKey: "canary_api_key",
  apiSecret: "canary_api_secret",
};

export interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  /** How many requests came before, in the same test. */
  visits: number;
  /** Another origin, where no request must ever arrive. */
  elsewhere: string;
}

/** One way a server can behave, over real sockets, and the one thing the client must make of it. */
export interface ServerCase {
  name: string;
  /** Nobody listens, when there is none. */
  serve?: (visit: Visit) => void;
  request?: PortalLinkRequest;
  timeoutMs?: number;
  /** How many requests arrive. @default 1 */
  visits?: number;
  expected:
    | { link: object; violations?: { field: string; rule: string }[] }
    | { error: string; message: RegExp; details?: Record<string, unknown> };
}

export const customer_id = "cus_abc123";
export const subscription_id = "sub_abc123";
export const withSubscription = { customer_id, subscription_id };

export const result = {
  id: "cpl_HVpCeoNys1f22X7QcuWHY",
  session_id: "ses_canary-session",
  customer_id,
  link_url: "https://pay.kwik.co.za/portal/canary_link",
  expires_at: "2026-03-13T12:30:00Z",
};
export const success = { status: true, result };
export const successWith = (changes: object) => ({
  status: true,
  result: { ...result, ...changes },
});
export const without = (field: keyof typeof result) => {
  const { [field]: _, ...rest } = result;
  return { status: true, result: rest };
};

export const json = (
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
) =>
  text(JSON.stringify(body), status, {
    "Content-Type": "application/json",
    ...headers,
  });
export const text =
  (
    body: string | Buffer,
    status = 200,
    headers: Record<string, string> = { "Content-Type": "text/html" },
  ) =>
  ({ response }: Visit) => {
    response.writeHead(status, headers).end(body);
  };

/** An error that shows all it was sent, and a link besides. */
export const tactless =
  (status: number, code: string, headers: Record<string, string> = {}) =>
  (visit: Visit) => {
    const { authorization } = visit.request.headers;
    const pair = Buffer.from(
      String(authorization).slice("Basic ".length),
      "base64",
    ).toString();
    json(
      {
        status: false,
        error_code: code,
        error_message: `Refused ${authorization} for ${pair} at ${result.link_url}`,
        error_details: [
          {
            record: visit.request.headers,
            errors: {
              "settings.cancel_type": {
                message: `not ${result.session_id}`,
                rule: "enum",
              },
            },
          },
        ],
        result,
      },
      status,
      {
        "X-Echo": String(authorization),
        "Set-Cookie": `session=${result.session_id}`,
        Location: result.link_url,
        ...headers,
      },
    )(visit);
  };
export const page = `<html><h1>Sorry</h1><p>Basic ${btoa("canary_api_key:canary_api_secret")} <a href="${result.link_url}">go on</a> ses_canary</p></html>`;

export const inTurn =
  (...serves: ((visit: Visit) => void)[]) =>
  (visit: Visit) =>
    serves[Math.min(visit.visits, serves.length - 1)]?.(visit);
export const refused = (headers: Record<string, string>, status = 429) =>
  json(
    { status: false, error_code: "429", error_message: "Slow down" },
    status,
    headers,
  );

export const link = { link: result };
export const broken = (message: RegExp, details: object = {}) => ({
  error: "KwikContractError",
  message,
  details: { status: 200, ...details },
});
export const noAnswer = (message: RegExp) => ({
  error: "KwikConnectionError",
  message,
});
export const tooLate = {
  error: "KwikTimeoutError",
  message: /^No answer within 200 ms$/,
  details: { timeoutMs: 200 },
};

/** In a table of data, where no `expect` is at hand. */
export function containing(part: string): object {
  return {
    asymmetricMatch: (value: unknown) => String(value).includes(part),
    toString: () => `containing ${part}`,
  };
}
