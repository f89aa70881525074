// @ts-nocheck
import { examplesOf } from "./document.js";
import { schemaFields } from "./schema-fields.js";

export interface BrokenRequest {
  name: string;
  body: unknown;
  /** Where the violation lies, dotted, as in `settings.products_ids.0`; empty for the body as a whole. */
  field: string;
  /** The keyword of the contract that is broken. */
  rule: string;
}

const VALUES = {
  string: "text",
  number: 1,
  boolean: true,
  null: null,
  array: [],
  object: {},
};

/** Format → values that break it. */
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

/** Every way to break the request that the contract knows, one at a time, from an example that has every field. */
export function brokenRequests(): BrokenRequest[] {
  const valid = examplesOf("PortalLinkRequest").advancedSettings;
  return schemaFields({
    $ref: "#/components/schemas/PortalLinkRequest",
  }).flatMap(({ field, required, schema }) => {
    const broken = (
      rule: string,
      what: string,
      value: unknown,
      at = field.replaceAll("[]", ".0"),
    ): BrokenRequest => ({
      name: `${field || "the body"} ${what}`,
      body: replaced(valid, at, value),
      field: at,
      rule,
    });
    const { type, format, enum: values = [], properties = {} } = schema;
    const names = Object.keys(properties);
    const unknown =
      schema.additionalProperties === false
        ? [
            "unknown",
            ...names.flatMap((name) => [`${name}_`, name.toUpperCase()]),
          ]
        : [];
    const malformed = format === undefined ? [] : MALFORMED[format];
    if (!malformed)
      throw new Error(
        `No malformed ${format} is known: add some for ${field}.`,
      );
    return [
      ...Object.entries(VALUES)
        .filter(([other]) => other !== type)
        .map(([other, value]) => broken("type", `is ${other}`, value)),
      ...values
        .slice(0, 1)
        .flatMap((value) => [
          "LATER",
          "",
          String(value).toLowerCase(),
          ` ${String(value)}`,
        ])
        .map((value) => broken("enum", `is "${value}"`, value)),
      ...malformed.map((value) => broken("format", `is "${value}"`, value)),
      ...(required ? [broken("required", "is missing", undefined)] : []),
      ...unknown.map((name) =>
        broken(
          "additionalProperties",
          `has a field ${name}`,
          "value",
          field ? `${field}.${name}` : name,
        ),
      ),
    ];
  });
}

function replaced(root: unknown, field: string, value: unknown): unknown {
  if (field === "") return value;
  const copy = structuredClone(root) as Record<string, unknown>;
  const keys = field.split(".");
  const last = keys.pop() as string;
  const parent = keys.reduce(
    (node, key) => node[key] as Record<string, unknown>,
    copy,
  );
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}
