// @ts-nocheck
import type { Validator } from "../../generated/validators.js";
import { printValidators } from "../../scripts/generate/validators/print-validators.js";

/** The validator of a schema, generated and loaded. */
export async function compiled(
  schema: unknown,
  others: Record<string, unknown> = {},
): Promise<Validator> {
  const schemas = { Root: schema, ...others };
  const code = printValidators({ components: { schemas } }, ["Root"]);
  const url = `data:text/javascript,${encodeURIComponent(code)}`;
  const module = (await import(/* @vite-ignore */ url)) as { Root: Validator };
  return module.Root;
}
