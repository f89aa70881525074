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
const request = { customer_id, subscription_id };

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
const notAsRequested = (field: string) =>
  contractError(
    new RegExp(
      `^The response: result\\.${field} must be as in the request\\.$`,
    ),
  );
const httpLink = { link_url: "http://127.0.0.1/canary" };

/** Answers that hold to the contract, bend it in what the client tolerates, or break it. */
export const LINKS: FaultyServer[] = [
  ["a good answer", json(success), link()],
  [
    "a good answer for a subscription",
    json(successWith({ subscription_id })),
    link({ subscription_id }),
    { request },
  ],
  [
    "a field that the contract does not know",
    json(successWith({ new: [1] })),
    link({ new: [1] }),
  ],
  [
    "a good body of the wrong content type",
    text(JSON.stringify(success)),
    link(),
  ],
  [
    "a good body of no content type",
    text(JSON.stringify(success), 200, {}),
    link(),
  ],
  [
    "a link by http, from an API on loopback",
    json(successWith(httpLink)),
    link(httpLink),
  ],
  ["HTTP 201", json(success, 201), link()],

  tolerated(
    "a session id of 33 characters",
    "session_id",
    "maxLength",
    "ses_" + "x".repeat(29),
  ),
  tolerated("a local time", "expires_at", "format", "2026-03-13 12:30:00"),
  tolerated(
    "a link that only a browser would take for a URL",
    "link_url",
    "format",
    "https://pay.kwik.co.za/portal/{canary}",
  ),

  [
    "`status` as a string",
    json({ ...success, status: "true" }),
    contractError(/status must be a boolean; status must be true/),
  ],
  [
    "no `status`",
    json({ result }),
    contractError(/^The response: status is missing\.$/),
  ],
  [
    "`status: true` with an error body",
    json({
      status: true,
      error_code: "005",
      error_message: "Validation failed",
    }),
    contractError(/result is missing/),
  ],
  [
    "`result: null`",
    json({ status: true, result: null }),
    contractError(/^The response: result must be an object\.$/),
  ],
  ...Object.keys(result).flatMap((field) =>
    [
      ["no", undefined, "is missing"],
      ["null for", null, "must be a string"],
      ["a number for", 1, "must be a string"],
    ].map(([what, value, problem]): FaultyServer => [
      `${what} ${field}`,
      json(successWith({ [field]: value })),
      contractError(new RegExp(`^The response: result\\.${field} ${problem}`)),
    ]),
  ),
  ...[
    "",
    "/portal/canary",
    "//pay.kwik.co.za/canary",
    "javascript:alert('canary')",
    "data:text/html,canary",
    "https://",
    "https:/pay.kwik.co.za/canary",
    "https://pay.kwik.co.za/canary\r\nSet-Cookie: a=b",
    " https://pay.kwik.co.za/canary",
  ].map((link_url): FaultyServer => [
    `a link of ${JSON.stringify(link_url)}`,
    json(successWith({ link_url })),
    contractError(/result\.link_url must be an absolute https URL/),
  ]),
  [
    "another customer",
    json(successWith({ customer_id: "cus_canary" })),
    notAsRequested("customer_id"),
  ],
  [
    "no subscription_id, though the request has one",
    json(success),
    notAsRequested("subscription_id"),
    { request },
  ],
  [
    "another subscription",
    json(successWith({ subscription_id: "sub_canary" })),
    notAsRequested("subscription_id"),
    { request },
  ],
  [
    "a subscription_id, though the request has none",
    json(successWith({ subscription_id: "sub_canary" })),
    notAsRequested("subscription_id"),
  ],
  [
    "a subscription_id of null",
    json(successWith({ subscription_id: null })),
    contractError(/^The response: result\.subscription_id must be a string/),
  ],
];
