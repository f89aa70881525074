// A Worker with a login, an account page and a "Manage billing" button. Try it: docs/workers.md says how.
import { Hono } from "hono";
import { getSignedCookie, setSignedCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { createKwikClient, KwikError } from "kwik-portal-link";

interface Bindings {
  KWIK_API_KEY: string;
  KWIK_API_SECRET: string;
  KWIK_BASE_URL?: string;
  APP_URL: string;
  SESSION_SECRET: string;
}

const app = new Hono<{ Bindings: Bindings }>();
app.use(csrf());

// Stands in for your own login: a signed cookie holds the Kwik customer id.
app.get("/login", (c) =>
  c.html('<form method="post"><button>Sign in</button></form>'),
);
app.post("/login", async (c) => {
  const options = { httpOnly: true, secure: true, sameSite: "Lax" } as const;
  const secret = c.env.SESSION_SECRET;
  await setSignedCookie(c, "customer", "cus_abc123", secret, options);
  return c.redirect("/account", 303);
});

app.get("/account", (c) =>
  c.html(
    '<h1>Your account</h1><form method="post" action="/billing"><button>Manage billing</button></form>',
  ),
);

app.post("/billing", async (c) => {
  c.header("Cache-Control", "no-store");
  const customerId = await getSignedCookie(c, c.env.SESSION_SECRET, "customer");
  if (!customerId) return c.redirect("/login", 303);
  // A Worker gets its secrets with the request, so the client is created here.
  const kwik = createKwikClient({
    apiKey: c.env.KWIK_API_KEY,
    apiSecret: c.env.KWIK_API_SECRET,
    baseUrl: c.env.KWIK_BASE_URL,
  });
  try {
    const link = await kwik.createPortalLink({
      customer_id: customerId,
      settings: { redirect_url: `${c.env.APP_URL}/account` },
    });
    return c.redirect(link.link_url, 303);
  } catch (error) {
    if (!(error instanceof KwikError)) throw error;
    console.error(error.name, error.message);
    return c.text("Billing is unavailable. Please try later.", 502);
  }
});

export default app;
