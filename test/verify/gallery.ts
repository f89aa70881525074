// Providers; the wrong ones with the ends of the ids of the rules that they break.
import { allRules, planOf } from "../../src/verify/cases.js";
import * as p from "./providers.js";

const { authorizing, links, bodies, saying, requests, responses, inHours } = p;
const USABLE = "link_url.usableLink";
const LINK_FORMAT = "link_url.format";
const TIME_FORMAT = "expires_at.format";
const ECHO = "echo.subscription_id";
const FAILURE =
  "failure.status.required error_code.required error_message.required";
const HTML = "<!doctype html><title>Oops</title>";

const linking = (url: (id: string) => string) =>
  links((link) => (link.link_url = url(crypto.randomUUID())));
const expiring = (at: () => string) =>
  links((link) => (link.expires_at = at()));
const under = (side: "success" | "failure", status: number) =>
  responses(side, async (old) => Response.json(await old.json(), { status }));
const declared = (type: string) =>
  responses("both", async (old) => {
    const body = new TextEncoder().encode(await old.text());
    const headers: HeadersInit = type ? { "content-type": type } : {};
    return new Response(body, { status: old.status, headers });
  });
const decoded = (given: string) => atob(given.replace(/^Basic |%/g, ""));
/** Locks the account for wrong credentials. */
const locking = (make: p.Make) => () => {
  const provider = make();
  let isLocked = false;
  return async (request: Request) => {
    isLocked ||= request.headers.get("authorization") !== p.RIGHT;
    return isLocked ? p.failure(403, "099") : provider(request);
  };
};

/** Checks credentials before the API does. */
const gated = responses("failure", (old) =>
  old.status === 401 ? new Response("No", { status: 401 }) : old,
);

const turning = requests((text) => text.replace('e":1', 'e":"1"'));
const linkless = bodies("success", (body) => {
  body.error_code = "";
  (body.result as p.Fields).link_url = null;
});
const bare = bodies("success", ({ result }) => result);

type Row = readonly [ids: string, make: p.Make];

const RIGHT: Record<string, p.Make> = {
  "as the contract says": p.right,
  "failures under 200": under("failure", 200),
  "failures under 400": under("failure", 400),
  "failures under 500": under("failure", 500),
  "links under 201": under("success", 201),
  "a type in capitals": declared("Application/JSON;charset=UTF-8"),
  "more fields": bodies("both", (body) => ({ more: [{}], ...body })),
  "more fields in links": links((link) => (link.more = { extra: 1 })),
  "no error": bodies("success", (body) => ({ ...body, error_code: null })),
  "no result": bodies("failure", (body) => ({ ...body, result: {} })),
  "loose URLs": linking((id) => `HTTPS://pay.example:8443/?l=${id}#x`),
  "half a year": expiring(() => inHours(4400)),
  "times in lower case": expiring(() => inHours(1).toLowerCase()),
  "a connection that is lost once": p.at((count) => count === 9, p.LOST),
  "another zone": expiring(() => inHours(3).replace("Z", "+02:00")),
  "a leap second": expiring(() => `${inHours(24).slice(0, 10)}T23:59:60Z`),
  "one session": links((link) => (link.session_id = "ses_one")),
  "a lock after wrong credentials": locking(p.right),
};

const WRONG: Row[] = [
  [
    `session_id.required echo.customer_id ${USABLE}`,
    links((link) => {
      link.link_url = `http://pay.example/${crypto.randomUUID()}`;
      Object.assign(link, { customer_id: "cus_other", session_id: undefined });
    }),
  ],
  [ECHO, links((link) => (link.subscription_id &&= "sub_other"))],
  [ECHO, links((link) => delete link.subscription_id)],
  [ECHO, links((link) => (link.subscription_id ??= "sub_other"))],
  [
    `result.subscription_id.type ${ECHO}`,
    links((link) => (link.subscription_id ??= null)),
  ],
  [USABLE, linking((id) => `http://pay.example/${id}`)],
  [USABLE, linking((id) => `http://localhost/${id}`)],
  [USABLE, linking((id) => `javascript:f('${id}')`)],
  [`${USABLE} link_url.unique`, linking(() => "http://pay.example/same")],
  ["result.id.unique", links((link) => (link.id = "cpl_1"))],
  ["expires_at.future", expiring(() => inHours(-1))],
  ["expires_at.withinYear", expiring(() => inHours(876_600))],
  ...[
    ...["2126-01-01", "2127-02-30T00:00:00Z", "2127-03-01 00:00:00Z"],
    ...["2127-03-01T00:00:00", "2127-03-01T00:00:00+0200", "1924990000000"],
  ].map((time): Row => [TIME_FORMAT, expiring(() => time)]),
  ["response.json", saying("success", HTML)],
  ["response.json", saying("failure", HTML)],
  ["result.link_url.type", linkless],
  ["response.json", saying("success", "")],
  ["response.json", saying("success", null, 204)],
  ["response.json", saying("success", Uint8Array.of(0xff))],
  ["response.json", gated],
  ["mediaType", declared("text/plain")],
  ["mediaType", declared("")],
  ["httpStatus", under("success", 404)],
  ["httpStatus", under("success", 302)],
  ["response.status.required result.required", bare],
  [
    "response.result.type",
    bodies("success", ({ result, ...body }) => ({ ...body, result: [result] })),
  ],
  [FAILURE, bodies("failure", () => ({}))],
  ["auth.required", authorizing((given) => given || p.RIGHT)],
  ["auth.checked", authorizing((given) => given && p.RIGHT)],
  ...[/key_abc123:/, /:secret_do_not_show$/].map((half): Row => {
    const pass = (one: string) => (half.test(decoded(one)) ? p.RIGHT : one);
    return ["auth.checked", authorizing(pass)];
  }),
  ["page_title.type", locking(turning)],
  ["request.additionalProperties settings.additionalProperties", p.OPEN],
  [
    "noSubscription accepted.subscription advancedSettings everyValue",
    requests(() => "{}"),
  ],
];

/** Keyword what breaks it. */
const BREAKERS: Record<string, (value: unknown) => unknown> = {
  required: () => undefined,
  type: () => 1,
  const: (value) => !value,
  maxLength: (value) => String(value).padEnd(40, "x"),
  format: (value) => String(value).replace(/^.*:/, "not a date or URL:"),
  blank: () => " ",
};
/** Rule what breaks with it, because one value is wrong. */
const WITH: Record<string, string> = {
  "response.result.link_url.format": USABLE,
  "response.result.link_url.blank": `${LINK_FORMAT} ${USABLE}`,
  "response.result.expires_at.blank": TIME_FORMAT,
};

/** Each rule about a field, broken alone. */
const FIELDS = allRules.flatMap(({ id, side, path = [], keyword }): Row[] => {
  const breaker = BREAKERS[keyword ?? ""];
  if (!side || !breaker) return [];
  const [, field = ""] = /\.((?:cus|sub)\w+)\.(?!required)/.exec(id) ?? [];
  const others = WITH[id] ?? (field && `echo.${field}`);
  const kind = side === "response" ? "success" : "failure";
  const make = bodies(kind, (body) => changeAt(body, path, breaker));
  return [[`${id} ${others}`, make]];
});

/** Each request, taken for one that it is not. */
const REQUESTS = planOf(p.OPTIONS).flatMap((probe): Row[] => {
  const { id, title, text, isValid, credentials } = probe;
  if (credentials !== "right" || title.endsWith(" again")) return [];
  const other = isValid ? "{}" : '{"customer_id":"cus_mine1"}';
  const make = requests((given) => (given === text ? other : given));
  return [[id, make]];
});

export const RIGHT_PROVIDERS = Object.entries(RIGHT);
export const WRONG_PROVIDERS = [...WRONG, ...FIELDS, ...REQUESTS];

/** Changes the values at a rule's path; `undefined` leaves the field out. */
function changeAt(
  value: unknown,
  [step, ...rest]: readonly string[],
  change: (value: unknown) => unknown,
): unknown {
  if (step === undefined) return change(value);
  const entries = Object.entries(value as p.Fields).map(([name, inner]) => {
    const isThere = step === name || step === "*" || step === "[]";
    return [name, isThere ? changeAt(inner, rest, change) : inner] as const;
  });
  const isList = Array.isArray(value);
  return isList ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}
