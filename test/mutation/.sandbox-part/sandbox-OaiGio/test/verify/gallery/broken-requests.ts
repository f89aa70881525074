// @ts-nocheck
// Providers that look at credentials or requests in a wrong way.
import { table } from "./changes.js";
import {
  API_KEY,
  API_SECRET,
  credentials,
  requests,
  type Fields,
} from "./providers.js";

const RIGHT = `Basic ${btoa(`${API_KEY}:${API_SECRET}`)}`;

const settingsOf = (body: unknown) =>
  ((body as Fields | undefined)?.settings ?? {}) as Fields;
const refusing = (isRefused: (body: Fields) => boolean) =>
  requests((body) =>
    isRefused((body ?? {}) as Fields)
      ? { ...(body as Fields), extra: 1 }
      : body,
  );

export const BROKEN_REQUESTS = table([
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
]);

function decode(authorization: string): string {
  return Buffer.from(authorization.slice(6), "base64").toString();
}
