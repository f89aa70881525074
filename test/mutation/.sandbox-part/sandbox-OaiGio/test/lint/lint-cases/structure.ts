// @ts-nocheck
import type { LintCase } from "./lint-case.js";

const openapi = "openapi/openapi.yaml";
const path = "openapi/paths/customer-portal_link.yaml";
const schemas = "openapi/components/schemas";
const examples = "openapi/components/examples";
const responses = "openapi/components/responses";
const scheme = "openapi/components/securitySchemes/ApiKeyAndSecret.yaml";

/** Mistakes in files, structure, authentication and responses. */
export const STRUCTURE: Record<string, LintCase> = {
  "YAML that does not parse": {
    edit: [`${schemas}/CancelType.yaml`, "enum:", "enum: ["],
    at: "- NOW",
    says: "Failed to parse: missed comma",
  },
  "an entry file that does not parse": {
    edit: [openapi, "info:", "info: ["],
    at: "version:",
    says: "missed comma",
  },
  "a $ref to a file that is not there": {
    edit: [
      `${schemas}/PortalSettings.yaml`,
      "./CancelType.yaml",
      "./CancelKind.yaml",
    ],
    says: "Can't resolve $ref: no such file: correct the path or add it.",
  },
  "a file that nothing refers to": {
    edit: [openapi, /$/, "\n"],
    add: { [`${schemas}/Orphan.yaml`]: "type: string\n" },
    at: [`${schemas}/Orphan.yaml`, "type: string"],
    says: "Nothing refers to this file",
  },
  "a schema file that is not in PascalCase": {
    edit: [
      `${schemas}/PortalSettings.yaml`,
      "./CancelType.yaml",
      "./cancel_type.yaml",
    ],
    add: { [`${schemas}/cancel_type.yaml`]: "type: string\n" },
    says: "Component file `cancel_type` becomes a type of that name: write it in PascalCase",
  },
  "an example file without its schema's name": {
    edit: [path, "PortalLinkRequest.subscription.yaml", "Subscription.yaml"],
    add: { [`${examples}/Subscription.yaml`]: "summary: x\nvalue: {}\n" },
    says: "Example file `Subscription` is named after its schema and scenario",
  },
  "a misspelt key": {
    edit: [openapi, "servers:", "server:"],
    says: "Property `server` is not expected here. Did you mean `servers`?",
  },
  "a 4xx in lower case": {
    edit: [
      path,
      "    default:",
      '    "4xx":\n      $ref: ../components/responses/Failure.yaml\n    default:',
    ],
    says: "`4xx` is no HTTP status",
  },
  "a status that does not exist": {
    edit: [path, '"200":', '"999":'],
    says: "`999` is no HTTP status",
  },
  "a licence identifier next to a url": {
    edit: [
      openapi,
      "identifier: MIT",
      "identifier: MIT\n    url: https://opensource.org/license/mit",
    ],
    at: "url: https://opensource.org",
    says: "A licence has an SPDX `identifier` or a `url`: keep one of the two.",
  },
  "an unknown media type": {
    edit: [`${responses}/Failure.yaml`, "application/json", "json"],
    says: "`json` is no media type: write type/subtype",
  },
  "an undeclared tag": {
    edit: [path, "  summary:", "  tags: [portal]\n  summary:"],
    says: "With a tag, docs hide the only operation behind a click: delete `tags`",
  },
  "an operationId that is not a verb and a noun": {
    edit: [path, "createPortalLink", "portal_link"],
    says: "operationId is a verb then a noun, as in `createPortalLink`",
  },
  "an operation without a description": {
    edit: [path, / {2}description: [^]*?(?= {2}requestBody)/, ""],
    at: "post:",
    says: "Operation object should contain `description` field.",
  },
  "a path that is not in kebab-case": {
    edit: [openapi, "/customer-portal/link:", "/customerPortal/link:"],
    at: [path, "post:"],
    says: "`/customerPortal/link` does not use kebab-case.",
  },
  "a verb in a path": {
    edit: [openapi, "/customer-portal/link:", "/post-customer-portal/link:"],
    at: [path, "post:"],
    says: "path `/post-customer-portal/link` should not contain http verb post.",
  },
  "a server without https": {
    edit: [openapi, "https://api.kwik.co.za", "http://api.kwik.co.za"],
    says: "Credentials are sent to the server: write its URL in full and with https",
  },
  "a server relative to nothing": {
    edit: [openapi, "https://api.kwik.co.za/2.0", "/2.0"],
    says: "Credentials are sent to the server",
  },
  "no authentication": {
    edit: [openapi, "security:\n  - ApiKeyAndSecret: []\n", ""],
    at: "openapi:",
    says: "Every call is authenticated",
  },
  "optional authentication": {
    edit: [openapi, "- ApiKeyAndSecret: []", "- ApiKeyAndSecret: []\n  - {}"],
    at: "- {}",
    says: "An empty security requirement makes authentication optional",
  },
  "an operation that opts out of authentication": {
    edit: [path, "  summary:", "  security: []\n  summary:"],
    says: "`security` is stated once, at the top",
  },
  "an unknown HTTP authentication scheme": {
    edit: [scheme, "scheme: basic", "scheme: basci"],
    says: "`basci` is not how this API authenticates: write `scheme: basic`",
  },
  "a contract without failures": {
    edit: [path, /\n {4}default:\n.*/, ""],
    at: "responses:",
    says: "`default` answers with the failure envelope",
  },
};
