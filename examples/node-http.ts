// A "Manage billing" button with nothing but node:http.
//
// Try it in a clone, after npm ci, with npm run mock in another terminal:
//   export KWIK_BASE_URL=http://127.0.0.1:4010/2.0 KWIK_API_KEY=key KWIK_API_SECRET=secret
//   npx tsx examples/node-http.ts
// Then open http://127.0.0.1:3000/login.
import { randomUUID } from "node:crypto";
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { createKwikClient } from "kwik-portal-link";

const { PORT = "3000", KWIK_BASE_URL } = process.env;
const APP_URL = process.env.APP_URL ?? `http://127.0.0.1:${PORT}`;
const kwik = createKwikClient({ baseUrl: KWIK_BASE_URL });

type Route = (
  response: ServerResponse,
  customerId: string | undefined,
) => unknown;

const routes: Record<string, Route> = {
  "GET /login": (response) =>
    sendHtml(response, '<form method="post"><button>Sign in</button></form>'),
  "POST /login": (response) => {
    const id = randomUUID();
    sessions.set(id, "cus_abc123");
    response.setHeader("Set-Cookie", `session=${id}; HttpOnly; SameSite=Lax`);
    redirect(response, "/account");
  },
  "GET /account": (response) =>
    sendHtml(
      response,
      '<h1>Your account</h1><form method="post" action="/billing"><button>Manage billing</button></form>',
    ),
  "POST /billing": async (response, customerId) => {
    if (!customerId) return redirect(response, "/login");
    try {
      const link = await kwik.createPortalLink({
        customer_id: customerId,
        settings: { redirect_url: `${APP_URL}/account` },
      });
      redirect(response, link.link_url);
    } catch (error) {
      console.error(error); // neither credentials nor links are in it
      response
        .writeHead(502, { "Cache-Control": "no-store" })
        .end("Billing is unavailable. Please try later.");
    }
  },
};

// Stands in for your own login. A session id leads to the Kwik customer id.
const sessions = new Map<string, string>();
function customerOf({ headers }: IncomingMessage): string | undefined {
  const [, id = ""] = /\bsession=([\w-]+)/.exec(headers.cookie ?? "") ?? [];
  return sessions.get(id);
}

function redirect(response: ServerResponse, location: string): void {
  response
    .writeHead(303, { Location: location, "Cache-Control": "no-store" })
    .end();
}

function sendHtml(response: ServerResponse, html: string): void {
  response.writeHead(200, { "Content-Type": "text/html" }).end(html);
}

createServer((request, response) => {
  const route = routes[`${request.method} ${request.url}`];
  if (route) void route(response, customerOf(request));
  else response.writeHead(404).end();
}).listen(Number(PORT), "127.0.0.1", () => console.log(`${APP_URL}/login`));
