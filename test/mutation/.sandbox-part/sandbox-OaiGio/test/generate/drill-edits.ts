// @ts-nocheck
// The edits that real contracts go through. Each is made in the files under openapi/ alone.

export interface DrillEdit {
  edit: string;
  /** File below openapi/, what to replace there, and with what. */
  changes: [file: string, from: string | RegExp, to: string][];
  /** New files. */
  add?: Record<string, string>;
  /** Requests, beside the customer_id, that are accepted or refused from now on. */
  accepts?: object[];
  refuses?: object[];
  /** Results, beside the mock's own, that the client takes or refuses from now on. */
  takes?: object[];
  rejects?: object[];
  /** Why Prism is not asked. */
  withoutPrism?: string;
  /** Statements that compile with `PortalLinkRequest`, `PortalLink` and `ErrorResponse` in scope, and that do not. */
  compiles?: string[];
  doesNotCompile?: string[];
  /** What the reference says. */
  says?: string[];
  /** Generation stops, and says this: file, line and advice. */
  refused?: string;
}

const path = "paths/customer-portal_link.yaml";
const settings = "components/schemas/PortalSettings.yaml";
const request = "components/schemas/PortalLinkRequest.yaml";
const link = "components/schemas/PortalLink.yaml";

/** A new field of `settings`. */
const setting = (schema: string): DrillEdit["changes"] => [
  [
    settings,
    "  page_title:\n",
    `  extra:\n    description: An extra setting.\n${indent(schema)}  page_title:\n`,
  ],
];
/** A new field of the response's `result`, before the others. */
const field = (schema: string): DrillEdit["changes"] => [
  [
    link,
    "properties:\n",
    `properties:\n  extra:\n    description: An extra field.\n${indent(schema)}`,
  ],
];
const rule = (
  file: string,
  before: string,
  keyword: string,
): DrillEdit["changes"] => [[file, before, `${before}\n    ${keyword}`]];
const indent = (text: string) => text.replace(/^/gm, "    ").trimEnd() + "\n";
const extra = (value: unknown) => ({ settings: { extra: value } });

export const DRILL: DrillEdit[] = [
  {
    edit: "an optional string setting",
    changes: setting("type: string\nexample: blue"),
    accepts: [extra("blue"), {}],
    refuses: [extra(1), extra(null)],
    compiles: [
      '({ customer_id: "c", settings: { extra: "blue" } }) satisfies PortalLinkRequest',
    ],
    doesNotCompile: [
      '({ customer_id: "c", settings: { extra: 1 } }) satisfies PortalLinkRequest',
    ],
    says: ["| `settings.extra` | string | no | An extra setting. |"],
  },
  {
    edit: "an optional boolean setting",
    changes: setting("type: boolean\nexample: true"),
    accepts: [extra(true), extra(false)],
    refuses: [extra("true")],
  },
  {
    edit: "an integer setting with limits",
    changes: setting("type: integer\nminimum: 1\nmaximum: 10\nexample: 3"),
    accepts: [extra(1), extra(10)],
    refuses: [extra(0), extra(11), extra(1.5), extra("1")],
    says: ["`settings.extra` | integer", "minimum `1`", "maximum `10`"],
  },
  {
    edit: "a number setting with exclusive limits and multipleOf",
    changes: setting(
      "type: number\nexclusiveMinimum: 0\nexclusiveMaximum: 2\nmultipleOf: 0.5\nexample: 0.5",
    ),
    accepts: [extra(0.5), extra(1)],
    refuses: [extra(0), extra(2), extra(0.7)],
  },
  {
    edit: "minLength",
    changes: rule(request, "  customer_id:\n    type: string", "minLength: 3"),
    accepts: [{ customer_id: "cus" }],
    refuses: [{ customer_id: "cu" }],
    says: ["minLength `3`"],
  },
  {
    edit: "maxLength",
    changes: rule(settings, "  page_title:\n    type: string", "maxLength: 20"),
    accepts: [{ settings: { page_title: "😀".repeat(20) } }],
    refuses: [{ settings: { page_title: "x".repeat(21) } }],
    says: ["at most 20 characters"],
  },
  {
    edit: "pattern",
    changes: rule(
      request,
      "  customer_id:\n    type: string",
      "pattern: ^cus_",
    ),
    accepts: [{ customer_id: "cus_1" }],
    refuses: [{ customer_id: "sub_1" }],
  },
  {
    edit: "minItems, maxItems and uniqueItems",
    changes: rule(
      settings,
      "  products_ids:\n    type: array",
      "minItems: 1\n    maxItems: 3\n    uniqueItems: true",
    ),
    accepts: [{ settings: { products_ids: ["a", "b"] } }],
    refuses: [
      { settings: { products_ids: [] } },
      { settings: { products_ids: ["a", "b", "c", "d"] } },
      { settings: { products_ids: ["a", "a"] } },
    ],
    says: ["uniqueItems"],
  },
  {
    edit: "a nullable setting",
    changes: setting("type: [string, 'null']\nexample: blue"),
    accepts: [extra(null), extra("blue")],
    refuses: [extra(1)],
    compiles: [
      '({ customer_id: "c", settings: { extra: null } }) satisfies PortalLinkRequest',
    ],
    says: ["string or null"],
  },
  {
    edit: "a nullable field of the response",
    changes: field("type: [string, 'null']\nexample: blue"),
    takes: [{ extra: null }, { extra: "blue" }],
    rejects: [{ extra: 1 }],
    compiles: ["({} as PortalLink).extra satisfies string | null | undefined"],
  },
  {
    edit: "a new enum value",
    changes: [
      [
        "components/schemas/CancelType.yaml",
        "  - NOW\n",
        "  - NOW\n  - NEVER\n",
      ],
      [
        "components/schemas/CancelType.yaml",
        "  - `NOW`: at once.\n",
        "  - `NOW`: at once.\n  - `NEVER`: not at all.\n",
      ],
    ],
    accepts: [{ settings: { cancel_type: "NEVER" } }],
    refuses: [{ settings: { cancel_type: "never" } }],
    compiles: [
      '({ customer_id: "c", settings: { cancel_type: "NEVER" } }) satisfies PortalLinkRequest',
    ],
  },
  {
    edit: "an enum in the response, which is open",
    changes: field("type: string\nenum: [LIVE, TEST]\nexample: LIVE").map(
      ([file, from, to]) => [
        file,
        from,
        to.replace(
          "description: An extra field.",
          "description: |-\n      Which data is used.\n\n      - `LIVE`: real.\n      - `TEST`: made up.",
        ),
      ],
    ),
    takes: [{ extra: "LIVE" }, { extra: "SANDBOX" }],
    rejects: [{ extra: 1 }],
    compiles: ['"SANDBOX" satisfies NonNullable<PortalLink["extra"]>'],
  },
  {
    edit: "an optional field of the response",
    changes: field("type: string\nexample: blue"),
    takes: [{}, { extra: "blue" }],
    rejects: [{ extra: 1 }],
    says: ["| `result.extra` | string | no |"],
  },
  {
    edit: "a required field of the response",
    changes: [
      ...field("type: string\nexample: blue"),
      [link, "required:\n", "required:\n  - extra\n"],
      ...["noSubscription", "subscription", "advancedSettings"].map(
        (name): [string, string, string] => [
          `components/examples/PortalLinkResponse.${name}.yaml`,
          "  result:\n",
          "  result:\n    extra: blue\n",
        ],
      ),
    ],
    takes: [{ extra: "blue" }],
    rejects: [{ extra: undefined }],
    compiles: ["({} as PortalLink).extra satisfies string"],
  },
  {
    edit: "if and then",
    changes: [
      [
        settings,
        "properties:\n",
        "if:\n  required: [cancel_type]\nthen:\n  required: [allow_cancel]\nproperties:\n",
      ],
    ],
    accepts: [
      { settings: { cancel_type: "NOW", allow_cancel: true } },
      { settings: {} },
    ],
    refuses: [{ settings: { cancel_type: "NOW" } }],
  },
  {
    edit: "dependentRequired",
    changes: [
      [
        settings,
        "properties:\n",
        "dependentRequired:\n  cancel_type: [allow_cancel]\nproperties:\n",
      ],
    ],
    accepts: [{ settings: { cancel_type: "NOW", allow_cancel: true } }],
    refuses: [{ settings: { cancel_type: "NOW" } }],
    withoutPrism: "It ignores the keyword.",
    says: ["dependentRequired"],
  },
  {
    edit: "oneOf",
    changes: setting(
      "oneOf:\n  - type: string\n    description: A name.\n    example: blue\n  - type: integer\n    description: A number.\n    example: 1\nexample: blue",
    ),
    accepts: [extra("blue"), extra(1)],
    refuses: [extra(true), extra(1.5)],
    compiles: [
      '({ customer_id: "c", settings: { extra: 1 } }) satisfies PortalLinkRequest',
    ],
  },
  {
    edit: "oneOf with a discriminator",
    add: {
      "components/schemas/Card.yaml":
        "type: object\ndescription: A card.\nadditionalProperties: false\nrequired: [kind]\nproperties:\n  kind:\n    type: string\n    const: card\n    description: Always `card`.\n    example: card\n",
      "components/schemas/Bank.yaml":
        "type: object\ndescription: A bank account.\nadditionalProperties: false\nrequired: [kind, branch]\nproperties:\n  kind:\n    type: string\n    const: bank\n    description: Always `bank`.\n    example: bank\n  branch:\n    type: string\n    description: The branch.\n    example: '1'\n",
    },
    changes: setting(
      "oneOf:\n  - $ref: ./Card.yaml\n  - $ref: ./Bank.yaml\ndiscriminator:\n  propertyName: kind\n  mapping:\n    card: ./Card.yaml\n    bank: ./Bank.yaml",
    ),
    accepts: [extra({ kind: "card" }), extra({ kind: "bank", branch: "1" })],
    refuses: [extra({ kind: "bank" }), extra({ kind: "cash" })],
    says: ["settings.extra.branch"],
  },
  {
    edit: "allOf of a field",
    changes: [
      [
        settings,
        "  cancel_type:\n    $ref: ./CancelType.yaml\n",
        "  cancel_type:\n    description: When it takes effect.\n    allOf:\n      - $ref: ./CancelType.yaml\n",
      ],
    ],
    accepts: [{ settings: { cancel_type: "NOW" } }],
    refuses: [{ settings: { cancel_type: "LATER" } }],
  },
  {
    edit: "allOf of objects in the request",
    changes: [
      [
        request,
        "  settings:\n    $ref: ./PortalSettings.yaml\n",
        "  settings:\n    description: Settings.\n    allOf:\n      - $ref: ./PortalSettings.yaml\n",
      ],
    ],
    refused:
      "openapi/components/schemas/PortalLinkRequest.yaml:19  `allOf` cannot be closed",
  },
  {
    edit: "a schema that both sides use",
    changes: [
      ...setting("$ref: ./CancelType.yaml").map(
        ([file, from, to]): [string, string | RegExp, string] => [
          file,
          from,
          to,
        ],
      ),
      ...field("$ref: ./CancelType.yaml"),
    ],
    accepts: [extra("NOW")],
    refuses: [extra("LATER")],
    takes: [{ extra: "NOW" }, { extra: "LATER" }],
    rejects: [{ extra: 1 }],
  },
  {
    edit: "an object that both sides use",
    changes: field("$ref: ./PortalSettings.yaml"),
    refused:
      "openapi/components/schemas/PortalSettings.yaml:3  An object of a response stays open",
  },
  {
    edit: "recursion",
    add: {
      "components/schemas/Group.yaml":
        "type: object\ndescription: A group of products.\nadditionalProperties: false\nproperties:\n  name:\n    type: string\n    description: Its name.\n    example: monthly\n  groups:\n    type: array\n    description: The groups in it.\n    items:\n      $ref: ./Group.yaml\n",
    },
    changes: setting("$ref: ./Group.yaml"),
    accepts: [extra({ groups: [{ name: "a", groups: [] }] })],
    refuses: [extra({ groups: [{ groups: [{ name: 1 }] }] })],
    withoutPrism: "It loses the fields below the second level.",
    says: ["settings.extra.groups[]"],
  },
  ...(
    [
      ["email", "a@example.com", "a@"],
      ["uuid", "123e4567-e89b-12d3-a456-426614174000", "123"],
      ["date", "2024-02-29", "2023-02-29"],
    ] as const
  ).map(([format, good, bad]): DrillEdit => ({
    edit: `format: ${format}`,
    changes: setting(`type: string\nformat: ${format}\nexample: "${good}"`),
    accepts: [extra(good)],
    refuses: [extra(bad)],
    says: [`string (${format})`],
  })),
  {
    edit: "a map of metadata",
    changes: setting(
      "type: object\nadditionalProperties:\n  type: string\n  description: A value.\n  example: blue",
    ),
    accepts: [extra({}), extra({ a: "b" })],
    refuses: [extra({ a: 1 }), extra("a")],
    compiles: [
      '({ customer_id: "c", settings: { extra: { a: "b" } } }) satisfies PortalLinkRequest',
    ],
    says: ["`settings.extra.*`"],
  },
  {
    edit: "const",
    changes: setting("type: string\nconst: v2\nexample: v2"),
    accepts: [extra("v2")],
    refuses: [extra("v1")],
    doesNotCompile: [
      '({ customer_id: "c", settings: { extra: "v1" } }) satisfies PortalLinkRequest',
    ],
    says: ['always `"v2"`'],
  },
  {
    edit: "default",
    changes: setting("type: boolean\ndefault: true\nexample: true"),
    accepts: [{ settings: {} }, extra(false)],
    compiles: [
      '({ customer_id: "c", settings: {} }) satisfies PortalLinkRequest',
    ],
    says: ["default"],
  },
  {
    edit: "deprecated",
    changes: rule(
      settings,
      "  page_title:\n    type: string",
      "deprecated: true",
    ),
    accepts: [{ settings: { page_title: "x" } }],
    says: ["deprecated"],
  },
  {
    edit: "readOnly and writeOnly",
    changes: [
      ...rule(link, "  id:\n    type: string", "readOnly: true"),
      ...rule(settings, "  page_title:\n    type: string", "writeOnly: true"),
    ],
    accepts: [{ settings: { page_title: "x" } }],
    takes: [{ id: "x" }],
    says: ["readOnly", "writeOnly"],
  },
  {
    edit: "a second server",
    changes: [
      [
        "openapi.yaml",
        "security:",
        "  - url: https://staging.kwik.example/2.0\n    description: Staging.\nsecurity:",
      ],
    ],
    accepts: [{}],
    says: ["https://staging.kwik.example/2.0"],
  },
  {
    edit: "a fourth scenario",
    add: {
      "components/examples/PortalLinkRequest.titled.yaml":
        'summary: "Titled: another title"\nvalue:\n  customer_id: cus_abc123\n  settings:\n    page_title: Billing\n',
      "components/examples/PortalLinkResponse.titled.yaml":
        'summary: "Titled: the title is not echoed"\nvalue:\n  status: true\n  result:\n    id: cpl_titled8sWmTq2ZyLr5v\n    session_id: ses_titledJc4-uPz7RkVh\n    customer_id: cus_abc123\n    link_url: https://pay.kwik.co.za/portal/titledKq3vZt7RyNc0WmXe5H\n    expires_at: "2026-03-13T12:30:00Z"\n',
    },
    changes: [
      [
        path,
        "          advancedSettings:\n",
        "          titled:\n            $ref: ../components/examples/PortalLinkRequest.titled.yaml\n          advancedSettings:\n",
      ],
      [
        "components/responses/PortalLinkCreated.yaml",
        "      advancedSettings:\n",
        "      titled:\n        $ref: ../examples/PortalLinkResponse.titled.yaml\n      advancedSettings:\n",
      ],
    ],
    accepts: [{ settings: { page_title: "Billing" } }],
    says: ["`titled`: Titled: another title"],
  },
  {
    edit: "a removed field of the request",
    changes: [
      [settings, / {2}page_title:[^]*$/, ""],
      [
        "components/examples/PortalLinkRequest.advancedSettings.yaml",
        /\n {4}page_title:.*/,
        "",
      ],
    ],
    accepts: [{ settings: {} }],
    refuses: [{ settings: { page_title: "x" } }],
    doesNotCompile: [
      '({ customer_id: "c", settings: { page_title: "x" } }) satisfies PortalLinkRequest',
    ],
  },
  {
    edit: "a removed field of the response",
    changes: [
      [link, / {2}id:\n[^]*?(?= {2}session_id:)/, ""],
      [path, "    - $response.body#/result/id\n", ""],
      [link, "  - id\n", ""],
      ...["noSubscription", "subscription", "advancedSettings"].map(
        (name): [string, RegExp, string] => [
          `components/examples/PortalLinkResponse.${name}.yaml`,
          /\n {4}id:.*/,
          "",
        ],
      ),
    ],
    takes: [{}],
    doesNotCompile: ["({} as PortalLink).id"],
  },
  {
    edit: "a new example of a failure",
    add: {
      "components/examples/ErrorResponse.invalidLookup.yaml":
        'summary: "004: a value that is not in a list"\nvalue:\n  status: false\n  error_code: "004"\n  error_message: Invalid lookup values\n',
    },
    changes: [
      [
        "components/responses/Failure.yaml",
        "      recordNotFound:\n",
        "      invalidLookup:\n        $ref: ../examples/ErrorResponse.invalidLookup.yaml\n      recordNotFound:\n",
      ],
    ],
    accepts: [{}],
    says: ["`invalidLookup`: 004"],
  },
  {
    edit: "a documented 429",
    changes: [
      [
        path,
        "    default:\n",
        '    "429":\n      description: Too many requests.\n      headers:\n        Retry-After:\n          description: When to come back, in seconds.\n          schema:\n            type: integer\n            description: Seconds.\n            example: 1\n      content:\n        application/json:\n          schema:\n            $ref: ../components/schemas/ErrorResponse.yaml\n    default:\n',
      ],
    ],
    accepts: [{}],
    says: ["### Response `429`", "`Retry-After`"],
  },
  {
    edit: "201 instead of 200",
    changes: [[path, '"200":', '"201":']],
    accepts: [{}],
    says: ["### Response `201`"],
  },
  {
    edit: "a keyword that is not supported",
    changes: [
      [
        settings,
        "additionalProperties: false",
        "unevaluatedProperties: false\nadditionalProperties: false",
      ],
    ],
    refused: "openapi/components/schemas/PortalSettings.yaml:3  ",
  },
  {
    edit: "another method",
    changes: [[path, "post:", "put:"]],
    refused:
      "openapi/paths/customer-portal_link.yaml:1  Only POST is supported, not PUT",
  },
  {
    edit: "a query parameter",
    changes: [
      [
        path,
        "  requestBody:\n",
        "  parameters:\n    - name: dryRun\n      in: query\n      description: Whether to create nothing.\n      schema:\n        type: boolean\n        description: Yes or no.\n        example: true\n  requestBody:\n",
      ],
    ],
    refused:
      "openapi/paths/customer-portal_link.yaml:11  Parameters are not supported, such as `dryRun` in query",
  },
  {
    edit: "another content type",
    changes: [
      [
        path,
        "      application/json:\n        schema:\n          $ref: ../components/schemas/PortalLinkRequest.yaml",
        "      application/xml:\n        schema:\n          $ref: ../components/schemas/PortalLinkRequest.yaml",
      ],
    ],
    refused:
      "A body is application/json, and nothing else is supported, such as application/xml",
  },
];
