// @ts-nocheck
import { expect, test } from "vitest";
import { ajv, compileSchema, errorsText } from "./compile-schema.js";
import { contract } from "./document.js";
import { schemaFields } from "./schema-fields.js";

test.for(Object.entries(contract.components.examples))(
  "example %s is valid",
  ([name, { value }], { expect }) => {
    const validate = compileSchema(contract, name.split(".")[0] ?? "");
    expect(validate(value), errorsText(validate)).toBe(true);
  },
);

test.for(["PortalLinkRequest", "PortalLinkResponse", "ErrorResponse"])(
  "each scalar field of %s has a valid example of its own",
  (name, { expect }) => {
    const scalars = schemaFields({
      $ref: `#/components/schemas/${name}`,
    }).filter(
      ({ schema }) => schema.type !== "object" && schema.type !== "array",
    );
    expect(scalars.length).toBeGreaterThan(0);
    for (const { field, schema } of scalars) {
      const [example] = schema.examples as unknown[];
      expect(ajv.validate(schema, example), field).toBe(true);
    }
  },
);

test("advancedSettings shows every field that a request can have", () => {
  const { value } = contract.components.examples[
    "PortalLinkRequest.advancedSettings"
  ] as { value: object };
  const { PortalLinkRequest, PortalSettings } = contract.components.schemas;
  expect(Object.keys(value)).toEqual(
    Object.keys(PortalLinkRequest?.properties ?? {}),
  );
  expect(Object.keys((value as { settings: object }).settings)).toEqual(
    Object.keys(PortalSettings?.properties ?? {}),
  );
});
