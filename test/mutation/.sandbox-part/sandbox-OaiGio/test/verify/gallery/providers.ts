// @ts-nocheck
// What the galleries are made of: a provider that keeps the contract, and ways to change it.
import { createMockHandler } from "../../../src/mock.js";

export const API_KEY = "key_gallery_abc123";
export const API_SECRET = "secret_gallery_do_not_show";

export type Provider = (request: Request) => Promise<Response>;
export type Fields = Record<string, unknown>;

/** A provider, and the verdicts that verify has to give on it. */
export interface Exhibit {
  name: string;
  /** The ids of the rules that fail; without any, it is only different. */
  fails?: string[];
  warns?: string[];
  provider: () => Provider;
}

export const right = (): Provider =>
  createMockHandler({ apiKey: API_KEY, apiSecret: API_SECRET });

type Side = "success" | "failure" | "both";

/** Changes the body of each success, or of each failure. */
export function bodies(
  side: Side,
  change: (body: Fields, request: Fields) => unknown,
): () => Provider {
  return responses(side, async (response, request) => {
    const body = (await response.json()) as Fields;
    const changed = change(body, request);
    return Response.json(changed === undefined ? body : changed, {
      status: response.status,
    });
  });
}

/** Answers something else in the place of each success, or of each failure. */
export function responses(
  side: Side,
  change: (response: Response, request: Fields) => Response | Promise<Response>,
): () => Provider {
  return () => {
    const provider = right();
    return async (request) => {
      const text = await request.clone().text();
      const response = await provider(request);
      const isChanged = side === "both" || response.ok === (side === "success");
      if (!isChanged) return response;
      return change(response, (text ? JSON.parse(text) : {}) as Fields);
    };
  };
}

/** Looks at a request with other eyes, before the right provider does. */
export function requests(change: (body: unknown) => unknown): () => Provider {
  return () => {
    const provider = right();
    return async (request) => {
      const text = await request.text();
      const body = change(text ? JSON.parse(text) : undefined);
      const { url, headers } = request;
      const changed = JSON.stringify(body) ?? null;
      return provider(
        new Request(url, { method: "POST", headers, body: changed }),
      );
    };
  };
}

export function credentials(
  change: (given: string | null) => string,
): () => Provider {
  return () => {
    const provider = right();
    return (request) => {
      const headers = new Headers(request.headers);
      headers.set("authorization", change(headers.get("authorization")));
      return provider(new Request(request, { headers }));
    };
  };
}

/**
 * Changes the values at a place of a message: `[]` is every item of an array, `*` every value of a map.
 *
 * @param change Returns `undefined` to leave the field out.
 */
export function changeAt(
  message: unknown,
  [step, ...rest]: readonly string[],
  change: (value: unknown) => unknown,
): unknown {
  if (step === undefined) return change(message);
  if (typeof message !== "object" || message === null) return message;
  if (Array.isArray(message)) {
    const items: unknown[] = message;
    return step === "[]"
      ? items.map((item) => changeAt(item, rest, change))
      : items;
  }
  const entries = Object.entries(message as Fields).map(([name, value]) => [
    name,
    step === "*" || step === name ? changeAt(value, rest, change) : value,
  ]);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined),
  ) as Fields;
}
