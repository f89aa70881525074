import { examplesOf } from "./document.js";
import { schemaFields, type SchemaField } from "./schema-fields.js";

export interface BrokenRequest {
  name: string;
  body: unknown;
  /** Where the violation lies, dotted, as in `settings.products_ids.0`; empty for the body as a whole. */
  field: string;
  /** The keyword of the contract that is broken. */
  rule: string;
}

const VALUES: Record<string, unknown> = {
  string: "text",
  number: 1,
  boolean: true,
  null: null,
  array: [],
  object: {},
};

/** Every way to break the request that the contract knows, one at a time, from an example that has every field. */
export function brokenRequests(): BrokenRequest[] {
  const valid = examplesOf("PortalLinkRequest").advancedSettings;
  const fields = schemaFields({
    $ref: "#/components/schemas/PortalLinkRequest",
  });
  return fields.flatMap((field) => [
    ...wrongTypes(valid, field),
    ...foreignValues(valid, field),
    ...badFormats(valid, field),
    ...missing(valid, field),
    ...unknown(valid, field),
  ]);
}

function wrongTypes(
  valid: unknown,
  { field, schema }: SchemaField,
): BrokenRequest[] {
  return Object.entries(VALUES)
    .filter(([type]) => type !== schema.type)
    .map(([type, value]) => ({
      name: `${field || "the body"} is ${type}`,
      body: replaced(valid, field, value),
      field: pathOf(field),
      rule: "type",
    }));
}

function foreignValues(
  valid: unknown,
  { field, schema }: SchemaField,
): BrokenRequest[] {
  const [first] = schema.enum ?? [];
  if (typeof first !== "string") return [];
  return ["LATER", "", first.toLowerCase(), ` ${first}`].map((value) => ({
    name: `${field} is "${value}"`,
    body: replaced(valid, field, value),
    field: pathOf(field),
    rule: "enum",
  }));
}

const MALFORMED: Record<string, string[]> = {
  uri: [
    "",
    "not a uri",
    "/relative",
    "//host/path",
    "my-portal.site.com",
    "https://a b.c",
    "https://[::1",
  ],
};

function badFormats(
  valid: unknown,
  { field, schema }: SchemaField,
): BrokenRequest[] {
  if (schema.format === undefined) return [];
  const malformed = MALFORMED[schema.format];
  if (!malformed)
    throw new Error(
      `No malformed ${schema.format} is known: add some for ${field}.`,
    );
  return malformed.map((value) => ({
    name: `${field} is "${value}"`,
    body: replaced(valid, field, value),
    field: pathOf(field),
    rule: "format",
  }));
}

function missing(
  valid: unknown,
  { field, required }: SchemaField,
): BrokenRequest[] {
  if (!required) return [];
  return [
    {
      name: `${field} is missing`,
      body: replaced(valid, field, undefined),
      field,
      rule: "required",
    },
  ];
}

function unknown(
  valid: unknown,
  { field, schema }: SchemaField,
): BrokenRequest[] {
  if (schema.additionalProperties !== false) return [];
  const names = Object.keys(schema.properties ?? {});
  const unknown = [
    "unknown",
    ...names.map((name) => `${name}_`),
    ...names.map((name) => name.toUpperCase()),
  ];
  return unknown.map((name) => {
    const path = field ? `${field}.${name}` : name;
    return {
      name: `${field || "the body"} has a field ${name}`,
      body: replaced(valid, path, "value"),
      field: path,
      rule: "additionalProperties",
    };
  });
}

/** `settings.products_ids[]` → `settings.products_ids.0` */
function pathOf(field: string): string {
  return field.replaceAll("[]", ".0");
}

function replaced(root: unknown, field: string, value: unknown): unknown {
  if (field === "") return value;
  const copy = structuredClone(root) as Record<string, unknown>;
  const keys = pathOf(field).split(".");
  const last = keys.pop() as string;
  const parent = keys.reduce(
    (node, key) => node[key] as Record<string, unknown>,
    copy,
  );
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}
