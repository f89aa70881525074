// A provider that keeps the contract, the mock, and the ways to change it.
import { createMockHandler } from "../../src/mock.js";

export const API_KEY = "key_abc123";
export const API_SECRET = "secret_do_not_show";
export const RIGHT = `Basic ${btoa(`${API_KEY}:${API_SECRET}`)}`;
export const PAIR = { apiKey: API_KEY, apiSecret: API_SECRET };
export const OPTIONS = {
  ...PAIR,
  allowHttp: false,
  account: { customer_id: "cus_mine1", subscription_id: "sub_mine1" },
  baseUrl: "https://provider.example/2.0",
};

export type Provider = (request: Request) => Promise<Response>;
export type Fields = Record<string, unknown>;
/** Makes a provider anew for each run. */
export type Make = () => Provider;

export const right: Make = () => createMockHandler(PAIR);

export function failure(status: number, error_code: string): Response {
  const body = { status: false, error_code, error_message: "Refused" };
  return Response.json(body, { status });
}

export function inHours(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}

type Side = "success" | "failure" | "both";

/** Sends something else in the place of each success, or of each failure. */
export function responses(
  side: Side,
  change: (response: Response) => Response | Promise<Response>,
): Make {
  return () => {
    const provider = right();
    return async (request) => {
      const response = await provider(request);
      const isChanged = side === "both" || response.ok === (side === "success");
      return isChanged ? change(response) : response;
    };
  };
}

/** Changes the body: in place, or by what is returned. */
export function bodies(side: Side, change: (body: Fields) => unknown): Make {
  return responses(side, async (response) => {
    const body = (await response.json()) as Fields;
    const { status } = response;
    return Response.json(change(body) ?? body, { status });
  });
}

export function links(change: (link: Fields) => unknown): Make {
  return bodies("success", ({ result }) => void change(result as Fields));
}

/** Sends this text, under another HTTP status where one is given. */
export function saying(side: Side, text: BodyInit | null, given = 0): Make {
  const init = ({ status }: Response) => ({ status: given || status });
  return responses(side, (response) => new Response(text, init(response)));
}

/** Takes a request, or its credentials, for others. */
export function requests(
  change: (text: string) => string,
  authorize: (given: string) => string = (given) => given,
): Make {
  return () => {
    const provider = right();
    return async (request) => {
      const headers = new Headers(request.headers);
      const given = headers.get("authorization") ?? "";
      headers.set("authorization", authorize(given));
      const init = { headers, body: change(await request.text()) };
      return provider(new Request(request.url, { method: "POST", ...init }));
    };
  };
}

/** Takes credentials for others. */
export const authorizing = (authorize: (given: string) => string) =>
  requests((text) => text, authorize);

/** Takes unknown fields. */
export const OPEN = requests((text) => text.replace(/,?"unknown_field":1/, ""));

export const LOST = () => {
  throw new TypeError("hidden", { cause: { code: "ECONNRESET" } });
};

/** Does something else at the n-th request, or from there on. */
export function at(
  isThen: (count: number) => boolean,
  other: () => Response | Promise<Response>,
): Make {
  return () => {
    const provider = right();
    let count = 0;
    return async (request) => (isThen(++count) ? other() : provider(request));
  };
}
