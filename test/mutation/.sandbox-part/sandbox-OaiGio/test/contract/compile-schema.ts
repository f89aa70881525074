// @ts-nocheck
// Ajv, as the outside judge of the contract's schemas.
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const ajvOf = (strict: boolean) =>
  addFormats.default(new Ajv2020({ strict, allErrors: true }));
export const ajv = ajvOf(true);
/** Takes what an edit of the contract may hold: a discriminator, conditions. */
export const lenientAjv = ajvOf(false);

/** Compiles a schema of a bundled contract. */
export function compileSchema(
  { components }: { components: Record<string, unknown> },
  name: string,
  judge = ajv,
): ValidateFunction {
  // Ajv knows `$defs` where OpenAPI says `components/schemas`.
  const $defs = JSON.parse(
    JSON.stringify(components.schemas).replaceAll(
      "#/components/schemas/",
      "#/$defs/",
    ),
  ) as object;
  return judge.compile({ $ref: `#/$defs/${name}`, $defs });
}

export const errorsText = ({ errors }: ValidateFunction) =>
  ajv.errorsText(errors);
