// What an editor of the contract may get wrong: each a single edit, with the message it must be answered with.

export interface Mistake {
  mistake: string;
  /** The file to edit, below openapi/. */
  file: string;
  from: string | RegExp;
  to: string;
  /** Files to write first. */
  add?: Record<string, string>;
  /** What the message must hold: file, line and advice. */
  says: string;
}

const openapi = "openapi/openapi.yaml";
const path = "openapi/paths/customer-portal_link.yaml";
const schemas = "openapi/components/schemas";
const examples = "openapi/components/examples";
const responses = "openapi/components/responses";
const scheme = "openapi/components/securitySchemes/ApiKeyAndSecret.yaml";

export const MISTAKES: Mistake[] = [
  // Files
  {
    mistake: "YAML that does not parse",
    file: `${schemas}/CancelType.yaml`,
    from: "enum:",
    to: "enum: [",
    says: `${schemas}/CancelType.yaml:`,
  },
  {
    mistake: "an entry file that does not parse",
    file: openapi,
    from: "info:",
    to: "info: [",
    says: `${openapi}:`,
  },
  {
    mistake: "a $ref to a file that is not there",
    file: `${schemas}/PortalSettings.yaml`,
    from: "./CancelType.yaml",
    to: "./CancelKind.yaml",
    says: `${schemas}/PortalSettings.yaml:22  Can't resolve $ref: no such file: correct the path or add it.`,
  },
  {
    mistake: "a file that nothing refers to",
    file: openapi,
    from: /$/,
    to: "\n",
    add: { [`${schemas}/Orphan.yaml`]: "type: string\n" },
    says: `${schemas}/Orphan.yaml:1  Nothing refers to this file`,
  },
  {
    mistake: "a schema file that is not in PascalCase",
    file: `${schemas}/PortalSettings.yaml`,
    from: "./CancelType.yaml",
    to: "./cancel_type.yaml",
    add: { [`${schemas}/cancel_type.yaml`]: "type: string\n" },
    says: `${schemas}/PortalSettings.yaml:22  Component file \`cancel_type\` becomes a type of that name: write it in PascalCase`,
  },
  {
    mistake: "an example file without its schema's name",
    file: path,
    from: "PortalLinkRequest.subscription.yaml",
    to: "Subscription.yaml",
    add: { [`${examples}/Subscription.yaml`]: "summary: x\nvalue: {}\n" },
    says: `${path}:20  Example file \`Subscription\` is named after its schema and scenario`,
  },
  // Structure
  {
    mistake: "a misspelt key",
    file: openapi,
    from: "servers:",
    to: "server:",
    says: `${openapi}:11  Property \`server\` is not expected here. Did you mean \`servers\`?`,
  },
  {
    mistake: "a 4xx in lower case",
    file: path,
    from: "    default:",
    to: '    "4xx":\n      $ref: ../components/responses/Failure.yaml\n    default:',
    says: `${path}:26  \`4xx\` is no HTTP status`,
  },
  {
    mistake: "a status that does not exist",
    file: path,
    from: '"200":',
    to: '"999":',
    says: `${path}:24  \`999\` is no HTTP status`,
  },
  {
    mistake: "a licence identifier next to a url",
    file: openapi,
    from: "identifier: MIT",
    to: "identifier: MIT\n    url: https://opensource.org/license/mit",
    says: `${openapi}:11  A licence has an SPDX \`identifier\` or a \`url\`: keep one of the two.`,
  },
  {
    mistake: "an unknown media type",
    file: `${responses}/Failure.yaml`,
    from: "application/json",
    to: "json",
    says: `${responses}/Failure.yaml:5  \`json\` is no media type: write type/subtype`,
  },
  {
    mistake: "an undeclared tag",
    file: path,
    from: "  summary:",
    to: "  tags: [portal]\n  summary:",
    says: `${path}:3  With a tag, docs hide the only operation behind a click: delete \`tags\``,
  },
  {
    mistake: "an operationId that is not a verb and a noun",
    file: path,
    from: "createPortalLink",
    to: "portal_link",
    says: `${path}:2  operationId is a verb then a noun, as in \`createPortalLink\``,
  },
  {
    mistake: "an operation without a description",
    file: path,
    from: / {2}description: [^]*?(?= {2}requestBody)/,
    to: "",
    says: `${path}:1  Operation object should contain \`description\` field.`,
  },
  {
    mistake: "a path that is not in kebab-case",
    file: openapi,
    from: "/customer-portal/link:",
    to: "/customerPortal/link:",
    says: "`/customerPortal/link` does not use kebab-case.",
  },
  {
    mistake: "a verb in a path",
    file: openapi,
    from: "/customer-portal/link:",
    to: "/post-customer-portal/link:",
    says: "path `/post-customer-portal/link` should not contain http verb post.",
  },
  {
    mistake: "a server without https",
    file: openapi,
    from: "https://api.kwik.co.za",
    to: "http://api.kwik.co.za",
    says: `${openapi}:12  Credentials are sent to the server: write its URL in full and with https`,
  },
  {
    mistake: "a server relative to nothing",
    file: openapi,
    from: "https://api.kwik.co.za/2.0",
    to: "/2.0",
    says: `${openapi}:12  Credentials are sent to the server`,
  },
  // Authentication
  {
    mistake: "no authentication",
    file: openapi,
    from: "security:\n  - ApiKeyAndSecret: []\n",
    to: "",
    says: `${openapi}:1  Every call is authenticated`,
  },
  {
    mistake: "optional authentication",
    file: openapi,
    from: "- ApiKeyAndSecret: []",
    to: "- ApiKeyAndSecret: []\n  - {}",
    says: `${openapi}:16  An empty security requirement makes authentication optional`,
  },
  {
    mistake: "an operation that opts out of authentication",
    file: path,
    from: "  summary:",
    to: "  security: []\n  summary:",
    says: `${path}:3  \`security\` is stated once, at the top`,
  },
  {
    mistake: "an unknown HTTP authentication scheme",
    file: scheme,
    from: "scheme: basic",
    to: "scheme: basci",
    says: `${scheme}:2  \`basci\` is not how this API authenticates: write \`scheme: basic\``,
  },
  // Schemas
  {
    mistake: "an open request",
    file: `${schemas}/PortalSettings.yaml`,
    from: "additionalProperties: false\n",
    to: "",
    says: `${schemas}/PortalSettings.yaml:1  An object of the request is closed`,
  },
  {
    mistake: "a closed response",
    file: `${schemas}/PortalLink.yaml`,
    from: "type: object\n",
    to: "type: object\nadditionalProperties: false\n",
    says: `${schemas}/PortalLink.yaml:2  An object of a response stays open`,
  },
  {
    mistake: "a response closed by unevaluatedProperties",
    file: `${schemas}/PortalLink.yaml`,
    from: "type: object\n",
    to: "type: object\nunevaluatedProperties: false\n",
    says: `${schemas}/PortalLink.yaml:2  An object of a response stays open`,
  },
  {
    mistake: "an enum value that nobody explains",
    file: `${schemas}/CancelType.yaml`,
    from: "- NOW\n",
    to: "- LATER\n",
    says: `${schemas}/CancelType.yaml:8  Say what \`LATER\` does`,
  },
  {
    mistake: "a default outside its enum",
    file: `${schemas}/CancelType.yaml`,
    from: "example:",
    to: "default: LATER\nexample:",
    says: `${schemas}/CancelType.yaml:10  `,
  },
  {
    mistake: "a type listed twice",
    file: `${schemas}/PortalLink.yaml`,
    from: "    type: string",
    to: "    type: [string, string]",
    says: `${schemas}/PortalLink.yaml:11  \`type\` lists the same type twice: string, string.`,
  },
  {
    mistake: "a field without a description",
    file: `${schemas}/PortalLink.yaml`,
    from: "    description: Unique customer portal link identifier.\n",
    to: "",
    says: "Every schema and property has a description",
  },
  {
    mistake: "a rule without the type that it goes with",
    file: `${schemas}/PortalLink.yaml`,
    from: "    type: string\n    maxLength: 32",
    to: "    maxLength: 32",
    says: `${schemas}/PortalLink.yaml:15  \`maxLength\` is about values of type string, and the schema does not ask for that type: add \`type: string\``,
  },
  {
    mistake: "a format that nobody knows",
    file: `${schemas}/PortalLink.yaml`,
    from: "format: date-time",
    to: "format: datetime",
    says: `${schemas}/PortalLink.yaml:38  The validators do not know the format "datetime". Use date-time, `,
  },
  {
    mistake: "a keyword that the validators do not know",
    file: `${schemas}/PortalSettings.yaml`,
    from: "    type: array\n",
    to: "    type: array\n    minContains: 1\n",
    says: `${schemas}/PortalSettings.yaml:29  The validators do not know the keyword \`minContains\`. Say it with type, `,
  },
  {
    mistake: "an enum value that is no word",
    file: `${schemas}/CancelType.yaml`,
    from: "- NOW\n",
    to: "- NOW(\n",
    says: `${schemas}/CancelType.yaml:8  Say what \`NOW(\` does`,
  },
  {
    mistake: "a field with an empty description",
    file: `${schemas}/PortalLink.yaml`,
    from: "description: Unique customer portal link identifier.",
    to: 'description: ""',
    says: "Every schema and property has a description",
  },
  {
    mistake: "a field without an example",
    file: `${schemas}/PortalLink.yaml`,
    from: / {4}example: cpl_.*\n/,
    to: "",
    says: `${schemas}/PortalLink.yaml:10  Scalar property should have "example"`,
  },
  {
    mistake: "a required field that is not defined",
    file: `${schemas}/PortalLinkRequest.yaml`,
    from: "- customer_id",
    to: "- custommer_id",
    says: `${schemas}/PortalLinkRequest.yaml:5  `,
  },
  {
    mistake: "`example` next to `examples`",
    file: `${schemas}/CancelType.yaml`,
    from: "example:",
    to: "examples: [NOW]\nexample:",
    says: `${schemas}/CancelType.yaml:11  \`example\` next to \`examples\`: keep one of the two.`,
  },
  {
    mistake: "`example` next to `examples` in a message",
    file: path,
    from: "        examples:\n",
    to: "        example: { customer_id: cus_abc123 }\n        examples:\n",
    says: `${path}:16  \`example\` next to \`examples\``,
  },
  // Examples
  {
    mistake: "a request example that breaks its schema",
    file: `${examples}/PortalLinkRequest.subscription.yaml`,
    from: "sub_abc123",
    to: "1",
    says: `${examples}/PortalLinkRequest.subscription.yaml:4  `,
  },
  {
    mistake: "a request example without a response example of its name",
    file: `${responses}/PortalLinkCreated.yaml`,
    from: /\n {6}subscription:\n.*/,
    to: "",
    says: `${path}:19  Request example \`subscription\` has no response example of its name: add \`PortalLinkResponse.subscription.yaml\``,
  },
  {
    mistake: "a response example without a request example of its name",
    file: path,
    from: /\n {10}subscription:\n.*/,
    to: "",
    says: `${responses}/PortalLinkCreated.yaml:9  Response example \`subscription\` has no request example of its name: add \`PortalLinkRequest.subscription.yaml\``,
  },
  {
    mistake: "subscription_id in the response example only",
    file: `${examples}/PortalLinkRequest.subscription.yaml`,
    from: "  subscription_id: sub_abc123\n",
    to: "",
    says: `${path}:19  Example \`subscription\` has nothing at \`$request.body#/subscription_id\` and sub_abc123 at \`$response.body#/result/subscription_id\`, which echoes it`,
  },
  {
    mistake: "subscription_id in the request example only",
    file: `${examples}/PortalLinkResponse.subscription.yaml`,
    from: "    subscription_id: sub_abc123\n",
    to: "",
    says: `${path}:19  Example \`subscription\` has sub_abc123 at \`$request.body#/subscription_id\` and nothing at \`$response.body#/result/subscription_id\``,
  },
  {
    mistake: "an example answered with another customer",
    file: `${examples}/PortalLinkResponse.noSubscription.yaml`,
    from: "customer_id: cus_abc123",
    to: "customer_id: cus_other",
    says: `${path}:17  Example \`noSubscription\` has cus_abc123 at \`$request.body#/customer_id\` and cus_other at \`$response.body#/result/customer_id\``,
  },
  {
    mistake: "an example under another scenario's name",
    file: path,
    from: "PortalLinkRequest.subscription.yaml",
    to: "PortalLinkRequest.advancedSettings.yaml",
    says: `${path}:20  Example \`subscription\` of \`PortalLinkRequest\` lives in a file of its own`,
  },
  {
    mistake: "an example without a summary",
    file: `${examples}/ErrorResponse.recordNotFound.yaml`,
    from: /summary.*\n/,
    to: "",
    says: "An example has a `summary` that says why it exists",
  },
  {
    mistake: "an example with an empty summary",
    file: `${examples}/ErrorResponse.recordNotFound.yaml`,
    from: /summary.*\n/,
    to: 'summary: ""\n',
    says: "An example has a `summary` that says why it exists",
  },
  // Failures
  {
    mistake: "no failures",
    file: path,
    from: /\n {4}default:\n.*/,
    to: "",
    says: `${path}:23  \`default\` answers with the failure envelope`,
  },
  {
    mistake: "an echo of a field that is not there",
    file: path,
    from: "$request.body#/customer_id",
    to: "$request.body#/customer",
    says: `${path}:30  \`$request.body#/customer\` leads nowhere: the request has no field \`customer\` there. Its fields are customer_id, subscription_id, settings.`,
  },
  {
    mistake: "an echo of another type",
    file: path,
    from: "$request.body#/customer_id",
    to: "$request.body#/settings",
    says: "An echo has one type: the response says string, the request object.",
  },
  {
    mistake: "an echo that is required on one side alone",
    file: path,
    from: "$request.body#/customer_id",
    to: "$request.body#/subscription_id",
    says: "the response's field is required, the request's is optional.",
  },
  {
    mistake: "an echo that is no expression",
    file: path,
    from: "$request.body#/customer_id",
    to: "customer_id",
    says: "`customer_id` is not an expression of this contract: write `$request.body#/…`",
  },
  {
    mistake: "an echo the wrong way round",
    file: path,
    from: "$response.body#/result/customer_id: $request.body#/customer_id",
    to: "$request.body#/customer_id: $response.body#/result/customer_id",
    says: "An echo says which field of the response has the value of which field of the request",
  },
  {
    mistake: "a secret that is not there",
    file: path,
    from: "- $response.body#/result/session_id",
    to: "- $response.body#/result/session",
    says: `${path}:34  \`$response.body#/result/session\` leads nowhere`,
  },
  {
    mistake: "a secret that is no string",
    file: path,
    from: "- $response.body#/result/session_id",
    to: "- $response.body#/result",
    says: "A secret is a string: `$response.body#/result` is of type object.",
  },
  {
    mistake: "an own rule that the schema does not state",
    file: path,
    from: "$request.body#/settings/redirect_url: format",
    to: "$request.body#/settings/redirect_url: pattern",
    says: "`$request.body#/settings/redirect_url` has no keyword `pattern`: name one that the schema states there, such as type, format,",
  },
];
