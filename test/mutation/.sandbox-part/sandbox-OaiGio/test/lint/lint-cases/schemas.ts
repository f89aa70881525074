// @ts-nocheck
import type { LintCase } from "./lint-case.js";

const path = "openapi/paths/customer-portal_link.yaml";
const schemas = "openapi/components/schemas";

/** Mistakes in schemas. */
export const SCHEMAS: Record<string, LintCase> = {
  "an open request": {
    edit: [
      `${schemas}/PortalSettings.yaml`,
      "additionalProperties: false\n",
      "",
    ],
    at: "type: object",
    says: "An object of the request is closed",
  },
  "a closed response": {
    edit: [
      `${schemas}/PortalLink.yaml`,
      "type: object\n",
      "type: object\nadditionalProperties: false\n",
    ],
    at: "additionalProperties:",
    says: "An object of a response stays open",
  },
  "a response closed by unevaluatedProperties": {
    edit: [
      `${schemas}/PortalLink.yaml`,
      "type: object\n",
      "type: object\nunevaluatedProperties: false\n",
    ],
    at: "unevaluatedProperties:",
    says: "An object of a response stays open",
  },
  "an enum value that nobody explains": {
    edit: [`${schemas}/CancelType.yaml`, "- NOW\n", "- LATER\n"],
    says: "Say what `LATER` does",
  },
  "a default outside its enum": {
    edit: [
      `${schemas}/CancelType.yaml`,
      "example:",
      "default: LATER\nexample:",
    ],
    says: "",
  },
  "a type listed twice": {
    edit: [
      `${schemas}/PortalLink.yaml`,
      "    type: string",
      "    type: [string, string]",
    ],
    says: "`type` lists the same type twice: string, string.",
  },
  "a field without a description": {
    edit: [
      `${schemas}/PortalLink.yaml`,
      "    description: Unique customer portal link identifier.\n",
      "",
    ],
    at: "type: string",
    says: "Every schema and property has a description",
  },
  "a rule without the type that it goes with": {
    edit: [
      `${schemas}/PortalLink.yaml`,
      "    type: string\n    maxLength: 32",
      "    maxLength: 32",
    ],
    at: "maxLength: 32",
    says: "`maxLength` is about values of type string, and the schema does not ask for that type: add `type: string`",
  },
  "a format that nobody knows": {
    edit: [
      `${schemas}/PortalLink.yaml`,
      "format: date-time",
      "format: datetime",
    ],
    says: 'The validators do not know the format "datetime". Use date-time, ',
  },
  "a keyword that the validators do not know": {
    edit: [
      `${schemas}/PortalSettings.yaml`,
      "    type: array\n",
      "    type: array\n    minContains: 1\n",
    ],
    at: "minContains",
    says: "The validators do not know the keyword `minContains`. Say it with type, ",
  },
  "an enum value that is no word": {
    edit: [`${schemas}/CancelType.yaml`, "- NOW\n", "- NOW(\n"],
    says: "Say what `NOW(` does",
  },
  "a field with an empty description": {
    edit: [
      `${schemas}/PortalLink.yaml`,
      "description: Unique customer portal link identifier.",
      'description: ""',
    ],
    says: "Every schema and property has a description",
  },
  "a field without an example": {
    edit: [`${schemas}/PortalLink.yaml`, / {4}example: cpl_.*\n/, ""],
    at: "id:",
    says: 'Scalar property should have "example"',
  },
  "a required field that is not defined": {
    edit: [
      `${schemas}/PortalLinkRequest.yaml`,
      "- customer_id",
      "- custommer_id",
    ],
    says: "`custommer_id` is required and not defined: correct its name, or add it to `properties`.",
  },
  "`example` next to `examples`": {
    edit: [
      `${schemas}/CancelType.yaml`,
      "example:",
      "examples: [NOW]\nexample:",
    ],
    at: "example:",
    says: "`example` next to `examples`: keep one of the two.",
  },
  "`example` next to `examples` in a message": {
    edit: [
      path,
      "        examples:\n",
      "        example: { customer_id: cus_abc123 }\n        examples:\n",
    ],
    says: "`example` next to `examples`",
  },
};
