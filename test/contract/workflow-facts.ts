// What openapi/portal-link.arazzo.yaml sends and expects, written down a second time, so that a slip in it shows.
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";

const id = "$inputs.customer_id";
const both = { customer_id: id, subscription_id: "$inputs.subscription_id" };
const setting = (settings: object) => ({ customer_id: id, settings });

/** Workflow → what it is for, and what it sends. The first four create a link. */
const WORKFLOWS: [workflow: string, summary: string, payload: object][] = [
  [
    "noSubscription",
    "Without a subscription_id the link has none either.",
    { customer_id: id },
  ],
  [
    "again",
    "The same request again; verify holds the two links to be two.",
    { customer_id: id },
  ],
  ["subscription", "With a subscription_id the link names it.", both],
  [
    "advancedSettings",
    "With every setting, but for products_ids, which are the account's own.",
    {
      ...both,
      settings: {
        show_invoices: true,
        show_billing_info: true,
        allow_update_billing_info: true,
        allow_cancel: true,
        cancel_type: "AFTER_BILLING_PERIOD",
        allow_switch_plan: true,
        redirect_url: "https://my-portal.site.com",
        page_title: "My SaaS business",
      },
    },
  ],
  ["noCredentials", "Without credentials.", { customer_id: id }],
  ["wrongKey", "With a key that is nobody's.", { customer_id: id }],
  ["wrongSecret", "With a secret that is not the key's.", { customer_id: id }],
  [
    "missingCustomerId",
    "Without the one field that is required.",
    { settings: { show_invoices: true } },
  ],
  ["customerIdNumber", "customer_id is no string.", { customer_id: 1 }],
  [
    "subscriptionIdNumber",
    "subscription_id is no string.",
    { customer_id: id, subscription_id: 1 },
  ],
  [
    "settingsString",
    "settings is no object.",
    { customer_id: id, settings: "all" },
  ],
  ...(
    [
      ["showInvoicesString", "show_invoices"],
      ["showBillingInfoString", "show_billing_info"],
      ["allowUpdateBillingInfoString", "allow_update_billing_info"],
      ["allowCancelString", "allow_cancel"],
      ["allowSwitchPlanString", "allow_switch_plan"],
    ] as const
  ).map(([workflow, name]): [string, string, object] => [
    workflow,
    `settings.${name} is no boolean.`,
    setting({ [name]: "true" }),
  ]),
  [
    "foreignCancelType",
    "settings.cancel_type is neither of the two.",
    setting({ cancel_type: "LATER" }),
  ],
  [
    "lowerCaseCancelType",
    "settings.cancel_type is one of the two, but in lower case.",
    setting({ cancel_type: "now" }),
  ],
  [
    "productsIdsString",
    "settings.products_ids is no array.",
    setting({ products_ids: "pro_abc123" }),
  ],
  [
    "productsIdsOfNumbers",
    "settings.products_ids holds what is no string.",
    setting({ products_ids: [1] }),
  ],
  [
    "redirectUrlRelative",
    "settings.redirect_url is no absolute URL.",
    setting({ redirect_url: "/account" }),
  ],
  [
    "pageTitleNumber",
    "settings.page_title is no string.",
    setting({ page_title: 1 }),
  ],
  [
    "unknownField",
    "A field that is not in the contract.",
    { customer_id: id, unknown_field: 1 },
  ],
  [
    "unknownSetting",
    "A setting that is not in the contract.",
    setting({ unknown_setting: true }),
  ],
];

const CREATES_LINK = 4;

const inputs = {
  type: "object",
  description: "Who asks, and for whom.",
  required: ["customer_id", "api_key", "api_secret"],
  properties: {
    customer_id: {
      type: "string",
      description: "A customer of the account's.",
    },
    subscription_id: {
      type: "string",
      description: "A subscription of that customer's.",
    },
    api_key: {
      type: "string",
      description: "The user name of HTTP Basic.",
      format: "password",
    },
    api_secret: {
      type: "string",
      description: "The password.",
      format: "password",
    },
    wrong_key: {
      type: "string",
      description: "A user name that is nobody's.",
      format: "password",
    },
    wrong_secret: {
      type: "string",
      description: "A password that is not the key's.",
      format: "password",
    },
  },
};

const echoes = (field: string) => ({
  condition: `$response.body#/result/${field} == $request.body#/${field}`,
});
const usable = {
  context: "$response.body#/result/link_url",
  type: "regex",
  condition: String.raw`^([Hh][Tt][Tt][Pp][Ss]://|http://(localhost|127\.\d+\.\d+\.\d+|\[::1\])[:/])`,
};

function criteria(creates: boolean, payload: object) {
  if (!creates)
    return [
      { condition: "$response.body#/status == false" },
      {
        context: "$response.body#/error_code",
        type: "regex",
        condition: String.raw`^\d{3}$`,
      },
    ];
  const about =
    "subscription_id" in payload
      ? echoes("subscription_id")
      : {
          context: "$response.body",
          type: "jsonpath",
          condition: "$[?@.result.id && !@.result.subscription_id]",
        };
  return [echoes("customer_id"), about, usable];
}

function security(workflow: string) {
  if (workflow === "noCredentials") return [];
  const key = workflow === "wrongKey" ? "wrong_key" : "api_key";
  const secret = workflow === "wrongSecret" ? "wrong_secret" : "api_secret";
  const values = { username: `$inputs.${key}`, password: `$inputs.${secret}` };
  return [{ schemeName: "ApiKeyAndSecret", values }];
}

const EXPECTED = {
  arazzo: "1.0.1",
  info: {
    title: "Kwik customer portal link",
    version: "0.1.0",
    summary: "The page's journeys, and what must be refused.",
  },
  sourceDescriptions: [
    { name: "portal-link", type: "openapi", url: "../generated/openapi.json" },
  ],
  workflows: WORKFLOWS.map(([workflowId, summary, payload], at) => ({
    workflowId,
    summary,
    inputs,
    steps: [
      {
        stepId: at < CREATES_LINK ? "create" : "refuse",
        operationId: "portal-link.createPortalLink",
        "x-security": security(workflowId),
        requestBody: { payload },
        successCriteria: criteria(at < CREATES_LINK, payload),
      },
    ],
  })),
};

/** What is not as it should be: the workflows, or the rest of the document. */
export function workflowSlips(yaml: string): string[] {
  let document: typeof EXPECTED;
  try {
    document = parse(yaml) as typeof EXPECTED;
  } catch (error) {
    return [(error as Error).message];
  }
  const { workflows, ...rest } = document;
  const { workflows: expected, ...expectedRest } = EXPECTED;
  const slips = expected
    .filter((workflow, at) => !isDeepStrictEqual(workflows?.[at], workflow))
    .map(({ workflowId }) => workflowId);
  if (!isDeepStrictEqual(rest, expectedRest)) slips.push("the document");
  if (workflows?.length !== expected.length) slips.push("their number");
  return slips;
}
