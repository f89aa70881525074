// Providers that break what no single field shows, and providers that are right but different.
import {
  API_KEY,
  API_SECRET,
  bodies,
  credentials,
  requests,
  responses,
  right,
  type Exhibit,
  type Fields,
  type Provider,
} from "./providers.js";

const RIGHT = `Basic ${btoa(`${API_KEY}:${API_SECRET}`)}`;
const HOUR = 3_600_000;
const LINK = "response.result.link_url.usableLink";
const FAILURE =
  "failure.status.required failure.error_code.required failure.error_message.required";

const linking = (change: (link: Fields, request: Fields) => unknown) =>
  bodies("success", ({ result }, request) => {
    change(result as Fields, request);
  });
const expiring = (at: (now: number) => string) =>
  linking((link) => (link.expires_at = at(Date.now())));
const hours = (count: number) => (now: number) =>
  new Date(now + count * HOUR).toISOString();
const linkTo = (url: (id: string) => string) =>
  linking((link) => (link.link_url = url(encodeURIComponent(String(link.id)))));
const failing = (change: (failure: Fields) => unknown) =>
  bodies("failure", change);
const declared = (type: string) =>
  responses("both", async (response) => {
    const body = new TextEncoder().encode(await response.text());
    const headers: HeadersInit = type ? { "content-type": type } : {};
    return new Response(body, { status: response.status, headers });
  });
const under = (side: "success" | "failure", status: number) =>
  responses(side, async (response) =>
    Response.json(await response.json(), { status }),
  );
const text = (
  side: "success" | "failure" | "both",
  body: string | null,
  status?: number,
) =>
  responses(
    side,
    (response) =>
      new Response(body, {
        status: status ?? response.status,
        headers: { "content-type": "text/html" },
      }),
  );
const HTML = "<!doctype html><title>Oops</title>";

const settingsOf = (body: unknown) =>
  ((body as Fields | undefined)?.settings ?? {}) as Fields;
const refusing = (isRefused: (body: Fields) => boolean) =>
  requests((body) =>
    isRefused((body ?? {}) as Fields)
      ? { ...(body as Fields), extra: 1 }
      : body,
  );
/** Hands the first link to everybody. */
const repeating = (fields: string[]) => (): Provider => {
  let first: Fields | undefined;
  return linking((link) => {
    first ??= { ...link };
    for (const field of fields) link[field] = first[field];
  })();
};

/** Exhibits whose rules are given beside them; after the arrow, warnings. */
const table = (
  rows: [name: string, rules: string, provider: () => Provider][],
): Exhibit[] =>
  rows.map(([name, rules, provider]) => {
    const [fails = [], warns = []] = rules
      .split("→")
      .map((ids) => ids.split(" ").filter(Boolean));
    return { name, fails, warns, provider };
  });

export const OTHER_PROVIDERS = table([
  // Authentication
  ["authentication not needed", "auth.required", credentials(() => RIGHT)],
  [
    "authentication checked for presence alone",
    "auth.checked",
    credentials((given) => (given ? RIGHT : "")),
  ],
  [
    "the API key not looked at",
    "auth.checked",
    credentials((given) =>
      given && decode(given).endsWith(`:${API_SECRET}`) ? RIGHT : "",
    ),
  ],
  [
    "the API secret not looked at",
    "auth.checked",
    credentials((given) =>
      given && decode(given).startsWith(`${API_KEY}:`) ? RIGHT : "",
    ),
  ],
  [
    "malformed credentials accepted",
    "auth.checked",
    credentials((given) => (given?.includes("%") ? RIGHT : (given ?? ""))),
  ],

  // Whole requests
  ["every request refused", "accepted.noSubscription", refusing(() => true)],
  [
    "every second request refused",
    "accepted.noSubscription",
    () => {
      let count = 0;
      return refusing(() => count++ % 2 === 1)();
    },
  ],
  [
    "subscriptions refused",
    "accepted.subscription",
    refusing(({ subscription_id }) => typeof subscription_id === "string"),
  ],
  [
    "settings refused",
    "accepted.advancedSettings",
    refusing(({ settings }) => typeof settings === "object"),
  ],
  [
    "page_title refused",
    "accepted.advancedSettings",
    refusing((body) => typeof settingsOf(body).page_title === "string"),
  ],
  [
    "nothing in settings looked at",
    "request.settings.type",
    requests((body) => {
      if (typeof body === "object" && body !== null)
        delete (body as Fields).settings;
      return body;
    }),
  ],
  [
    "nothing looked at",
    "request.type echo.subscription_id",
    requests(() => ({ customer_id: "cus_abc123" })),
  ],
  [
    "no body taken for a customer",
    "request.body",
    requests((body) => body ?? { customer_id: "cus_abc123" }),
  ],

  // The response as a whole
  ["HTML for links", "response.json", text("success", HTML)],
  ["HTML for failures", "response.json", text("failure", HTML)],
  ["HTML under 200 for failures", "response.json", text("failure", HTML, 200)],
  ["HTML for all", "response.json", text("both", HTML, 200)],
  ["nothing for links", "response.json", text("success", "")],
  ["no content for links", "response.json", text("success", null, 204)],
  ["nothing for failures", "response.json", text("failure", "")],
  ["no content for failures", "response.json", text("failure", null, 304)],
  ["broken JSON", "response.json", text("success", '{"status":true,')],
  ["no UTF-8", "response.json", () => notUtf8()],
  ["more than 1 MiB", "response.json", text("success", " ".repeat(2 ** 21))],
  ["endless links", "response.json", responses("success", endless)],
  ["text/html", "response.mediaType", declared("text/html")],
  ["text/plain", "response.mediaType", declared("text/plain; charset=utf-8")],
  ["no media type", "response.mediaType", declared("")],
  ["problem+json", "response.mediaType", declared("application/problem+json")],
  ["links under 500", "response.httpStatus", under("success", 500)],
  ["links under 404", "response.httpStatus", under("success", 404)],
  ["links under 302", "response.httpStatus", under("success", 302)],
  [
    "the envelope missing",
    "response.status.required response.result.required",
    bodies("success", ({ result }) => result),
  ],
  [
    "links in a list",
    "response.result.type",
    bodies("success", ({ result, ...body }) => ({ ...body, result: [result] })),
  ],
  [
    "failures that say they are successes",
    "failure.status.const",
    failing((body) => ({ ...body, status: true })),
  ],
  ["failures without anything", FAILURE, failing(() => ({}))],

  // The relations
  [
    "another customer's id",
    "echo.customer_id",
    linking((link) => (link.customer_id = "cus_other")),
  ],
  [
    "another subscription's id",
    "echo.subscription_id",
    linking((link) => {
      if (link.subscription_id) link.subscription_id = "sub_other";
    }),
  ],
  [
    "subscription_id dropped",
    "echo.subscription_id",
    linking((link) => delete link.subscription_id),
  ],
  [
    "subscription_id leaked",
    "echo.subscription_id",
    linking((link) => (link.subscription_id ??= "sub_other")),
  ],
  [
    "the ids swapped",
    "echo.customer_id echo.subscription_id",
    linking((link) => {
      const { customer_id, subscription_id } = link;
      if (subscription_id)
        Object.assign(link, {
          customer_id: subscription_id,
          subscription_id: customer_id,
        });
    }),
  ],
  ["an http link", LINK, linkTo((id) => `http://pay.example/${id}`)],
  ["a javascript link", LINK, linkTo((id) => `javascript:open('${id}')`)],
  ["a loopback link", LINK, linkTo((id) => `http://127.0.0.1/${id}`)],
  [
    "a link that only looks like loopback",
    LINK,
    linkTo((id) => `http://localhost:x@evil.example/${id}`),
  ],
  [
    "a relative link",
    "response.result.link_url.format",
    linkTo((id) => `/portal/${id}`),
  ],
  [
    "the same link twice",
    "response.result.id.unique response.result.link_url.unique",
    repeating(["id", "session_id", "link_url", "expires_at"]),
  ],
  ["the same id twice", "response.result.id.unique", repeating(["id"])],
  [
    "the same link_url twice",
    "response.result.link_url.unique",
    repeating(["link_url"]),
  ],
  ["expired links", "response.result.expires_at.future", expiring(hours(-1))],
  [
    "a century",
    "→ response.result.expires_at.withinYear",
    expiring(hours(876_600)),
  ],
  ...[
    "2126-01-01",
    "2127-02-30T00:00:00Z",
    "2127-03-01T24:00:00Z",
    "2127-03-01 00:00:00Z",
    "2127-03-01T00:00:00+0200",
    "2127-03-01T00:00:00",
    String(Date.now() + HOUR),
  ].map((time): [string, string, () => Provider] => [
    `expires_at ${time}`,
    "response.result.expires_at.format",
    expiring(() => time),
  ]),

  // Right, but different
  ["the mock", "", right],
  ["any content type of JSON", "", declared("Application/JSON;charset=UTF-8")],
  ["201 for links", "", under("success", 201)],
  ["200 for failures", "", under("failure", 200)],
  ["400 for failures", "", under("failure", 400)],
  ["500 for failures", "", under("failure", 500)],
  [
    "an empty result in failures under 200",
    "",
    responses("failure", async (response) =>
      Response.json({ ...((await response.json()) as Fields), result: {} }),
    ),
  ],
  ["HTTPS in upper case", "", linkTo((id) => `HTTPS://pay.example/${id}`)],
  ["links elsewhere", "", linkTo((id) => `https://pay.example:8443/?l=${id}`)],
  ["a link of a minute", "", expiring(hours(1 / 60))],
  ["a link of half a year", "", expiring(hours(4400))],
  [
    "a leap second",
    "",
    expiring((now) => {
      const year = new Date(now + 3 * HOUR).getUTCFullYear();
      return `${year}-12-31T23:59:60Z`;
    }),
  ],
  ["a lower-case time", "", expiring((now) => hours(1)(now).toLowerCase())],
  [
    "another zone, and fractions of a second",
    "",
    expiring((now) => hours(3)(now).replace("Z", "+02:00")),
  ],
  [
    "one session for all links",
    "",
    linking((link) => (link.session_id = "ses_one")),
  ],
  [
    "other ids",
    "",
    linking((link) => {
      link.id = crypto.randomUUID();
      link.session_id = crypto.randomUUID().slice(0, 32);
    }),
  ],
  [
    "more fields everywhere",
    "",
    bodies("both", ({ result, ...body }) => ({
      ...body,
      extra: 1,
      ...(result ? { result: { ...result, more: { of: ["it"] } } } : {}),
    })),
  ],
  [
    "another order of the keys",
    "",
    bodies("both", (body) =>
      Object.fromEntries(Object.entries(body).reverse()),
    ),
  ],
  [
    "failures without details, with other codes",
    "",
    failing(({ error_details, ...body }) => {
      void error_details;
      return { ...body, error_code: "099" };
    }),
  ],
]);

function decode(authorization: string): string {
  return Buffer.from(authorization.slice(6), "base64").toString();
}

function notUtf8(): Provider {
  return responses(
    "success",
    () =>
      new Response(new Uint8Array([0x22, 0xff, 0x22]), {
        headers: { "content-type": "application/json" },
      }),
  )();
}

function endless(): Response {
  const chunk = new TextEncoder().encode(" ".repeat(65_536));
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(chunk),
  });
  return new Response(body, {
    headers: { "content-type": "application/json" },
  });
}
