// @ts-nocheck
// The ways in which the providers of the gallery differ from a right one.
import {
  bodies,
  responses,
  type Exhibit,
  type Fields,
  type Provider,
} from "./providers.js";

export const HOUR = 3_600_000;

export const linking = (change: (link: Fields, request: Fields) => unknown) =>
  bodies("success", ({ result }, request) => {
    change(result as Fields, request);
  });
export const expiring = (at: (now: number) => string) =>
  linking((link) => (link.expires_at = at(Date.now())));
export const hours = (count: number) => (now: number) =>
  new Date(now + count * HOUR).toISOString();
export const linkTo = (url: (id: string) => string) =>
  linking((link) => (link.link_url = url(encodeURIComponent(String(link.id)))));
export const failing = (change: (failure: Fields) => unknown) =>
  bodies("failure", change);
export const declared = (type: string) =>
  responses("both", async (response) => {
    const body = new TextEncoder().encode(await response.text());
    const headers: HeadersInit = type ? { "content-type": type } : {};
    return new Response(body, { status: response.status, headers });
  });
export const under = (side: "success" | "failure", status: number) =>
  responses(side, async (response) =>
    Response.json(await response.json(), { status }),
  );
/** Exhibits whose rules are given beside them; after the arrow, warnings. */
export const table = (
  rows: [name: string, rules: string, provider: () => Provider][],
): Exhibit[] =>
  rows.map(([name, rules, provider]) => {
    const [fails = [], warns = []] = rules
      .split("→")
      .map((ids) => ids.split(" ").filter(Boolean));
    return { name, fails, warns, provider };
  });
