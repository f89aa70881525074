// @ts-nocheck
import type { Schema } from "./place.js";

const NOUNS: Record<string, string> = {
  string: "a string",
  number: "a number",
  integer: "a whole number",
  boolean: "a boolean",
  array: "an array",
  object: "an object",
};

/** `["string", "null"]` → "a string or null" */
export function nounOf(types: readonly string[]): string {
  return types.map((type) => NOUNS[type] ?? type).join(" or ");
}

/** `["NOW", "LATER"]` → "NOW or LATER" */
export function oneOf(values: readonly unknown[]): string {
  const words = values.map((value) =>
    typeof value === "string" && value ? value : JSON.stringify(value),
  );
  return words.join(" or ");
}

/** What a schema asks for, in a few words. */
export function summaryOf(schema: Schema): string {
  if (typeof schema === "boolean") return schema ? "anything" : "nothing";
  const { $ref, title, type, required } = schema;
  if ($ref) return $ref.slice($ref.lastIndexOf("/") + 1);
  if (typeof title === "string") return title;
  if ("const" in schema) return oneOf([schema.const]);
  if (Array.isArray(schema.enum)) return oneOf(schema.enum);
  const noun = nounOf([type ?? (required ? "object" : [])].flat());
  const fields = required && `with ${required.join(" and ")}`;
  return [noun, fields].filter(Boolean).join(" ") || "what its schema says";
}
