import { createKwikClient } from "kwik-portal-link";
import { ProxyAgent } from "undici";

const dispatcher = new ProxyAgent(process.env.MY_PROXY ?? "");
export const kwik = createKwikClient({
  baseUrl: process.env.MY_BASE_URL,
  fetch: (request) => fetch(request, { dispatcher } as RequestInit),
});
