// @ts-nocheck
// Providers whose links are of the right form, and wrong.
import { expiring, HOUR, hours, linking, linkTo, table } from "./changes.js";
import type { Fields, Provider } from "./providers.js";

const LINK = "response.result.link_url.usableLink";

/** Hands the first link to everybody. */
const repeating = (fields: string[]) => (): Provider => {
  let first: Fields | undefined;
  return linking((link) => {
    first ??= { ...link };
    for (const field of fields) link[field] = first[field];
  })();
};

export const BROKEN_RELATIONS = table([
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
]);
