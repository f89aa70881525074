// @ts-nocheck
// Every field of the contract, broken by a provider in every way: found by walking the schemas.
import {
  schemaFields,
  type SchemaField,
} from "../../contract/schema-fields.js";
import { bodies, changeAt, requests, type Exhibit } from "./providers.js";

const VALUES: Record<string, unknown> = {
  string: "text",
  number: 1,
  boolean: true,
  null: null,
  object: {},
  array: [],
};

const fieldsOf = (schema: string) =>
  schemaFields({ $ref: `#/components/schemas/${schema}` });
const pathOf = (field: string) =>
  field.replaceAll("[]", ".[]").split(".").filter(Boolean);
const isOf = (type: unknown, value: unknown) =>
  type ===
  (value === null ? "null" : Array.isArray(value) ? "array" : typeof value);

const exampleOf = ({ examples }: SchemaField["schema"]) =>
  (examples as unknown[] | undefined)?.[0];

/** The fields of a message that a provider sends. */
function brokenMessages(
  schema: string,
  side: "success" | "failure",
  prefix: string,
): Exhibit[] {
  return fieldsOf(schema).flatMap(({ field, required, schema }): Exhibit[] => {
    const path = pathOf(field);
    const id = (keyword: string) =>
      [prefix, field, keyword].filter(Boolean).join(".");
    const exhibit = (
      how: string,
      keyword: string,
      change: (value: unknown) => unknown,
    ): Exhibit => ({
      name: `${prefix} ${field} ${how}`,
      fails: [id(keyword)],
      provider: bodies(side, (body) => changeAt(body, path, change)),
    });
    const { type, maxLength, format } = schema;
    let count = 0;
    return [
      ...(required ? [exhibit("missing", "required", () => undefined)] : []),
      ...Object.entries(VALUES)
        .filter(([name]) => name !== type)
        .map(([name, value]) => exhibit(name, "type", () => value)),
      ...(schema.const === undefined
        ? []
        : [exhibit("other", "const", () => !schema.const)]),
      ...(maxLength
        ? [
            exhibit("long", "maxLength", (value) =>
              String(value).padEnd(Number(maxLength) + 1, "x"),
            ),
          ]
        : []),
      ...(format
        ? [exhibit(`no ${String(format)}`, "format", () => `no ${count++}`)]
        : []),
    ];
  });
}

/** The fields of a request that a provider does not look at. */
function uncheckedRequests(): Exhibit[] {
  const fields = fieldsOf("PortalLinkRequest");
  return fields.flatMap(({ field, required, schema }): Exhibit[] => {
    const path = pathOf(field);
    const id = (keyword: string) =>
      ["request", field, keyword].filter(Boolean).join(".");
    const { type, format, additionalProperties } = schema;
    const valid =
      schema.enum?.[0] ??
      exampleOf(schema) ??
      (field ? {} : { customer_id: "cus_abc123" });
    const exhibit = (
      how: string,
      keyword: string,
      change: (value: unknown) => unknown,
      isOwn = false,
    ): Exhibit => ({
      name: `request ${field} ${how}`,
      [isOwn ? "warns" : "fails"]: [id(keyword)],
      provider: requests((body) => changeAt(body, path, change)),
    });
    return [
      exhibit("of any type", "type", (value) =>
        value === undefined || isOf(type, value) ? value : valid,
      ),
      ...(required
        ? [
            {
              name: `request ${field} missing`,
              fails: [id("required")],
              provider: requests((body) =>
                typeof body === "object" ? { [field]: valid, ...body } : body,
              ),
            },
          ]
        : []),
      ...(format
        ? [
            exhibit(
              `no ${String(format)}`,
              "format",
              (value) =>
                typeof value === "string" && !URL.canParse(value)
                  ? valid
                  : value,
              true,
            ),
          ]
        : []),
      ...(schema.enum
        ? [
            exhibit("foreign", "enum", (value) =>
              typeof value === "string" ? valid : value,
            ),
            exhibit("in lower case", "enum", (value) =>
              typeof value === "string" ? value.toUpperCase() : value,
            ),
          ]
        : []),
      ...(additionalProperties === false
        ? [
            exhibit(
              "open",
              "additionalProperties",
              (value) => known(fields, field, value),
              true,
            ),
          ]
        : []),
    ];
  });
}

/** Without the fields that the contract does not know. */
function known(fields: SchemaField[], field: string, value: unknown): unknown {
  if (!isOf("object", value)) return value;
  const names = fields.map((one) => one.field);
  return Object.fromEntries(
    Object.entries(value as object).filter(([name]) =>
      names.includes(field ? `${field}.${name}` : name),
    ),
  );
}

/** The valid values of a request that a provider refuses. */
function refusedValues(): Exhibit[] {
  return fieldsOf("PortalLinkRequest").flatMap(({ field, schema }) => {
    const values =
      schema.enum ?? (schema.type === "boolean" ? [true, false] : []);
    return values.map((value): Exhibit => {
      const isInExample = value === true || value === exampleOf(schema);
      return {
        name: `request ${field} ${String(value)} refused`,
        fails: [
          isInExample ? "accepted.advancedSettings" : "accepted.everyValue",
        ],
        provider: requests((body) =>
          changeAt(body, pathOf(field), (given) =>
            given === value ? {} : given,
          ),
        ),
      };
    });
  });
}

export const BROKEN_FIELDS: Exhibit[] = [
  ...brokenMessages("PortalLinkResponse", "success", "response"),
  ...brokenMessages("ErrorResponse", "failure", "failure"),
  ...uncheckedRequests(),
  ...refusedValues(),
];
