// @ts-nocheck
// What a reader must find about each field of the contract.
import { schemaFields, type SchemaField } from "../contract/schema-fields.js";

/** Without the signs of Markdown, and the zero-width spaces that Redoc breaks lines with. */
export const plain = (text: string) =>
  text.replace(/[`*]|^\s*- |\u200b/gm, "").replace(/\s+/g, " ");

const SCHEMAS = ["PortalLinkRequest", "PortalLinkResponse", "ErrorResponse"];
export const fields = SCHEMAS.flatMap((name) =>
  schemaFields({ $ref: `#/components/schemas/${name}` }),
).filter(({ field }) => field);

/** Redoc's word, and the start of the other page's. */
const WORDS: Record<string, string> = { array: "rray" };

/** What a reader must find about a field. */
export function factsOf({ field, schema }: SchemaField): string[] {
  const name = field.split(".").at(-1)?.replace("[]", "") ?? "";
  return [
    ...(name === "*" ? [] : [name]),
    ...(schema.type ? [WORDS[schema.type] ?? schema.type] : []),
    ...(schema.enum ?? []).map(String),
    ...(typeof schema.maxLength === "number" ? [`${schema.maxLength}`] : []),
    ...(schema.format ? [schema.format] : []),
    ...plain(schema.description ?? "")
      .split(/(?<=[.:]) /)
      .map((sentence) => sentence.trim())
      .filter(Boolean),
  ];
}
