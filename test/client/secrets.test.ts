// Each secret, in each way to write it, in each place of a failure: none of it is in the error.
import { expect, test } from "vitest";
import { createKwikClient, KwikError } from "../../src/index.js";
import { ESCAPES } from "./escapes.js";
import { everyWayToShow } from "./every-way-to-show.js";

const apiKey = "canary_live_key/é+1";
// Its beginning is a part of the key, and it has each sign that somebody escapes.
const apiSecret = `canary_live"quote'\\back&amp<sla/sh>%41 =+canary`;
const session_id = "ses_canary-SESSION_123456";
const link_url = "https://pay.kwik.co.za/portal/canary'TOKEN-1234";
const opaque = "opaque+canary/session=1234";

const SECRETS: Record<string, string> = {
  "the pair": Buffer.from(`${apiKey}:${apiSecret}`).toString("base64"),
  "the header": `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString("base64")}`,
  "the key": apiKey,
  "the secret": apiSecret,
  "the key and the secret": `${apiKey}:${apiSecret}`,
  "a session": session_id,
  "a link": link_url,
  "a relative link": "/portal/canary'TOKEN-1234",
  "a link without a scheme": "//pay.kwik.co.za/portal/canary'TOKEN-1234",
  "a link without slashes in front": "pay.kwik.co.za/portal/canary'TOKEN-1234",
};

const failure = (changes: object) =>
  Response.json({
    status: false,
    error_code: "005",
    error_message: "Validation failed",
    ...changes,
  });
const field = (name: string, message: unknown) => ({
  error_details: [
    { record: {}, errors: { [name]: { message, rule: "enum" } } },
  ],
});

/** Where a server may put what it was sent, or should have kept for itself. */
const PLACES: Record<string, (secret: string) => Response> = {
  error_message: (secret) => failure({ error_message: `no ${secret} here` }),
  error_code: (secret) => failure({ error_code: secret }),
  "an error_message that is an object": (secret) =>
    failure({ error_message: { deep: [{ [secret]: secret }] } }),
  "the name of a field": (secret) => failure(field(secret, "no")),
  "the message of a field": (secret) => failure(field("a", `no ${secret}!`)),
  "a rule": (secret) =>
    failure({
      error_details: { errors: { a: { message: "no", rule: secret } } },
    }),
  "two fields": (secret) => {
    const middle = Math.floor(secret.length / 2);
    return failure({
      error_message: secret.slice(0, middle),
      ...field("a", secret.slice(middle)),
      // A half of a link could be anything, if the whole were nowhere.
      result: { session_id, link_url },
    });
  },
  "a page": (secret) =>
    new Response(
      `<h1>Sorry</h1> <p>${secret}</p> <a href="${secret}">go on</a>`,
      { status: 502 },
    ),
  "a page under HTTP 200": (secret) => new Response(`Sorry, ${secret}.`),
  "a page of many lines": (secret) =>
    new Response(`at ${secret.replace(/[\w+/]{76}/g, "$&\r\n ")}`, {
      status: 500,
    }),
  "broken JSON": (secret) => new Response(`{"message":"${secret}"`),
  headers: (secret) =>
    new Response("", {
      status: 302,
      headers: Object.fromEntries(
        [
          "Location",
          "Link",
          "Refresh",
          "Set-Cookie",
          "X-Request-Id",
          "X-Echo",
          "WWW-Authenticate",
        ].map((name) => [name, Buffer.from(secret).toString("latin1")]),
      ),
    }),
};

const failureOf = (answer: Response | Promise<never>): Promise<unknown> =>
  createKwikClient({
    apiKey,
    apiSecret,
    fetch: () => Promise.resolve(answer),
  })
    .createPortalLink({ customer_id: "cus_abc123" })
    .then(
      () => expect.unreachable("it should have thrown"),
      (error: unknown) => error,
    );

/** Every twelve signs of a text. */
const pieces = (text: string) =>
  Array.from({ length: Math.max(1, text.length - 11) }, (_, at) =>
    text.slice(at, at + 12),
  );

function expectNothingOf(secret: string, error: unknown): void {
  expect(error).toBeInstanceOf(KwikError);
  const { message } = error as Error;
  expect(message).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]{1,1003}$/u);
  const shown = everyWayToShow(error).join("\n");
  expect(shown).not.toMatch(/canary/i);
  expect(pieces(secret).filter((piece) => shown.includes(piece))).toEqual([]);
}

const cases = Object.keys(SECRETS).flatMap((secret) =>
  Object.keys(ESCAPES)
    // The pair is base64 as it is.
    .filter((escape) => !/(pair|header).*base64/.test(secret + escape))
    .map((escape) => ({ secret, escape })),
);

test.for(cases)("$secret, $escape", async ({ secret, escape }) => {
  const written = ESCAPES[escape]?.(SECRETS[secret] ?? "") ?? "";
  for (const answer of Object.values(PLACES))
    expectNothingOf(written, await failureOf(answer(written)));
  for (const thrown of [
    new Error(`bad header ${written}`),
    new TypeError("fetch failed", { cause: new Error(written) }),
    Object.assign(new Error("refused"), { request: written }),
    written,
  ])
    expectNothingOf(
      written,
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- callers do.
      await failureOf(Promise.reject(thrown)),
    );
});

// What only the contract tells to be a secret.
test.for(Object.keys(ESCAPES))(
  "a session that looks like nothing, %s",
  async (escape) => {
    const written = ESCAPES[escape]?.(opaque) ?? "";
    const result = { session_id: opaque, link_url };
    for (const beside of [
      { result },
      { data: [{ deep: result }] },
      { error_details: [{ record: result, errors: { a: written } }] },
    ])
      expectNothingOf(
        written,
        await failureOf(failure({ error_message: `no ${written}`, ...beside })),
      );
  },
);

test.for([
  [`session_id=${opaque}&x "link_url": "/canary"`, '[hidden]&x "[hidden]"'],
  ["a &lt;b&gt; &amp;c &quot;d&quot; e\\nf", 'a <b> &c "d" e f'],
  ["%ff &#x110000;", "? ?"],
  // What is no secret stays.
  ["<h1>Sorry</h1><p>It is 12:30, try again.</p>"],
  [
    "The customer cus_HVpCeoNys1f22X7QcuWHY has no allow_update_billing_info and/or session_id, 50% & more.",
  ],
])("%s", async ([text = "", shown = text], { expect }) => {
  const error = await failureOf(failure({ error_message: text }));
  expect(error).toHaveProperty("message", `${shown} (005)`);
});
