import {
  contractError,
  json,
  link,
  result,
  success,
  successWith,
  text,
  type FaultyServer,
} from "./faulty-server.js";

const customer_id = "cus_abc123";
const subscription_id = "sub_abc123";
const options = { request: { customer_id, subscription_id } };

type Changes = Record<string, unknown>;

/** The link is handed over as it is. */
const accepted = (
  name: string,
  changes: Changes,
  more: FaultyServer[3] = {},
): FaultyServer => [name, json(successWith(changes)), link(changes), more];

/** The link is handed over, and onContractViolation is told. */
const tolerated = (
  name: string,
  field: keyof typeof result,
  rule: string,
  value: string,
): FaultyServer => [
  name,
  json(successWith({ [field]: value })),
  {
    ...link({ [field]: value }),
    violations: [{ field: `result.${field}`, rule }],
  },
];

const refused = (
  name: string,
  changes: Changes,
  problem: string,
  more: FaultyServer[3] = {},
): FaultyServer => [
  name,
  json(successWith(changes)),
  contractError(new RegExp(`^The response: result\\.${problem}`)),
  more,
];

const envelope = (body: object, problem: string): FaultyServer => [
  `${JSON.stringify(body).slice(0, 60)} for an envelope`,
  json(body),
  contractError(new RegExp(`^The response: ${problem}`)),
];

/** Answers that hold to the contract, bend it in what the client tolerates, or break it. */
export const LINKS: FaultyServer[] = [
  accepted("a good answer", {}),
  accepted("a good answer for a subscription", { subscription_id }, options),
  accepted("a field that the contract does not know", { new: [1] }),
  accepted("a link by http, from an API on loopback", {
    link_url: "http://127.0.0.1/canary",
  }),
  ["a good body of the wrong type", text(JSON.stringify(success)), link()],
  ["one of no type", text(JSON.stringify(success), 200, {}), link()],
  ["HTTP 201", json(success, 201), link()],

  tolerated("33 characters", "session_id", "maxLength", "s".repeat(33)),
  tolerated("a local time", "expires_at", "format", "2026-03-13 12:30:00"),
  tolerated(
    "a link that only a browser would take for a URL",
    "link_url",
    "format",
    "https://pay.kwik.co.za/portal/{canary}",
  ),

  envelope(
    { ...success, status: "true" },
    "status must be a boolean; status must be true",
  ),
  envelope({ result }, "status is missing"),
  envelope({ status: true, error_code: "005" }, "result is missing"),
  envelope({ status: true, result: null }, "result must be an object"),
  ...Object.keys(result).flatMap((field) => [
    refused(`no ${field}`, { [field]: undefined }, `${field} is missing`),
    ...[null, 1].map((value) =>
      refused(
        `${value} for ${field}`,
        { [field]: value },
        `${field} must be a string`,
      ),
    ),
  ]),
  ...[
    "",
    "/portal/canary",
    "//pay.kwik.co.za/canary",
    "javascript:alert('canary')",
    "data:text/html,canary",
    "https://",
    "https:///7",
    "https:///canary.example/7",
    "https://\\canary.example",
    "https:/pay.kwik.co.za/canary",
    "https://pay.kwik.co.za/canary\r\nSet-Cookie: a=b",
    " https://pay.kwik.co.za/canary",
    "https://[canary]/",
  ].map((link_url) =>
    refused(
      `a link of ${JSON.stringify(link_url)}`,
      { link_url },
      ".*link_url must be an absolute https URL",
    ),
  ),
  ...(["id", "session_id"] as const).flatMap((field) =>
    ["", " ", "\t\n"].map((blank) =>
      refused(
        `${field} of ${JSON.stringify(blank)}`,
        { [field]: blank },
        `${field} is blank\\.$`,
      ),
    ),
  ),

  refused(
    "another customer",
    { customer_id: "cus_canary" },
    "customer_id must be as in the request\\.$",
  ),
  ...[undefined, "sub_canary"].map((other) =>
    refused(
      `subscription_id ${other}, though the request has another`,
      { subscription_id: other },
      "subscription_id must be as in the request\\.$",
      options,
    ),
  ),
  refused(
    "a subscription_id, though the request has none",
    { subscription_id: "sub_canary" },
    "subscription_id must be as in the request\\.$",
  ),
  refused(
    "a subscription_id of null",
    { subscription_id: null },
    "subscription_id must be a string",
  ),
];
