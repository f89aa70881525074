import {
  withSubscription,
  result,
  success,
  successWith,
  without,
  json,
  broken,
  type ServerCase,
} from "./server-case.js";

export const BROKEN_RESULTS: ServerCase[] = [
  {
    name: "`status` as a string",
    serve: json({ ...success, status: "true" }),
    expected: broken(/status must be of type boolean; status must be true/),
  },
  {
    name: "no `status`",
    serve: json({ result }),
    expected: broken(/^The response: status is missing\.$/),
  },
  {
    name: "`status: true` with an error body",
    serve: json({
      status: true,
      error_code: "005",
      error_message: "Validation failed",
    }),
    expected: broken(/result is missing/),
  },
  {
    name: "`result: null`",
    serve: json({ status: true, result: null }),
    expected: broken(/^The response: result must be of type object\.$/),
  },
  ...(
    ["id", "session_id", "customer_id", "link_url", "expires_at"] as const
  ).flatMap((field) => [
    {
      name: `no ${field}`,
      serve: json(without(field)),
      expected: broken(
        new RegExp(`^The response: result\\.${field} is missing`),
      ),
    },
    {
      name: `${field} of null`,
      serve: json(successWith({ [field]: null })),
      expected: broken(
        new RegExp(`^The response: result\\.${field} must be of type string`),
      ),
    },
    {
      name: `${field} of a number`,
      serve: json(successWith({ [field]: 1 })),
      expected: broken(
        new RegExp(`^The response: result\\.${field} must be of type string`),
      ),
    },
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
  ].map((link_url) => ({
    name: `a link of ${JSON.stringify(link_url)}`,
    serve: json(successWith({ link_url })),
    expected: broken(/result\.link_url must be an absolute https URL/),
  })),
  {
    name: "another customer",
    serve: json(successWith({ customer_id: "cus_canary" })),
    expected: broken(
      /^The response: result\.customer_id must be as in the request\.$/,
    ),
  },
  {
    name: "no subscription_id, though asked for",
    request: withSubscription,
    serve: json(success),
    expected: broken(
      /^The response: result\.subscription_id must be as in the request\.$/,
    ),
  },
  {
    name: "another subscription",
    request: withSubscription,
    serve: json(successWith({ subscription_id: "sub_canary" })),
    expected: broken(
      /^The response: result\.subscription_id must be as in the request\.$/,
    ),
  },
  {
    name: "a subscription_id, though none was asked for",
    serve: json(successWith({ subscription_id: "sub_canary" })),
    expected: broken(
      /^The response: result\.subscription_id must be as in the request\.$/,
    ),
  },
  {
    name: "a subscription_id of null",
    serve: json(successWith({ subscription_id: null })),
    expected: broken(
      /^The response: result\.subscription_id must be of type string/,
    ),
  },
  ...(["id", "session_id"] as const).flatMap((field) =>
    ["", " ", "\t\n"].map((blank) => ({
      name: `${field} of ${JSON.stringify(blank)}`,
      serve: json(successWith({ [field]: blank })),
      expected: broken(
        new RegExp(`^The response: result\\.${field} is blank\\.$`),
      ),
    })),
  ),
];
