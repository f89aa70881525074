// @ts-nocheck
import { createKwikClient, type KwikClient } from "kwik-portal-link";

let client: KwikClient | undefined;

/** The client, created on first use, because `next build` loads each module where the credentials are not set. */
export function kwik(): KwikClient {
  return (client ??= createKwikClient({ baseUrl: process.env.KWIK_BASE_URL }));
}
