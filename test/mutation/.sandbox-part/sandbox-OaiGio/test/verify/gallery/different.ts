// @ts-nocheck
// Providers that keep the contract in another way than the mock does.
import {
  declared,
  expiring,
  failing,
  HOUR,
  hours,
  linking,
  linkTo,
  table,
  under,
} from "./changes.js";
import { bodies, responses, right, type Fields } from "./providers.js";

export const DIFFERENT = table([
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
