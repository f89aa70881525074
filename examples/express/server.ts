// A shop with a login, an account page and the button of billing.ts. Try it: docs/express.md says how.
import { randomUUID } from "node:crypto";
import express from "express";
import { billing } from "./billing.js";

const app = express();

// Stands in for your own login. A session id leads to the Kwik customer id.
const sessions = new Map<string, string>();
app.use((request, response, next) => {
  const [, id = ""] =
    /\bsession=([\w-]+)/.exec(request.get("Cookie") ?? "") ?? [];
  response.locals.customerId = sessions.get(id);
  next();
});
app.get("/login", (_request, response) => {
  response.send('<form method="post"><button>Sign in</button></form>');
});
app.post("/login", (_request, response) => {
  const id = randomUUID();
  sessions.set(id, "cus_abc123");
  response.cookie("session", id, { httpOnly: true, sameSite: "lax" });
  response.redirect(303, "/account");
});

app.get("/account", (_request, response) => {
  response.send(
    '<h1>Your account</h1><form method="post" action="/billing"><button>Manage billing</button></form>',
  );
});
app.use(billing);

const { PORT = "3000" } = process.env;
app.listen(Number(PORT), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${PORT}/login`);
});
