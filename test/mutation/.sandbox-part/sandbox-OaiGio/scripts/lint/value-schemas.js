/** A schema here judges a value that another schema describes. */
// @ts-nocheck

const CONDITION = /\/(if|then|else|not|allOf\/\d+)(\/|$)/;

// The schema of a value has a description and defines what it requires; what only adds a condition need not.
export default function valueSchemas() {
  return {
    Schema(schema, { report, location }) {
      if (typeof schema !== "object" || CONDITION.test(location.pointer))
        return;
      if (!schema.description?.trim())
        report({
          message:
            "Every schema and property has a description that says what the shape cannot.",
          location:
            schema.description === undefined
              ? location
              : location.child("description"),
        });
      for (const [index, field] of (schema.required ?? []).entries())
        if (!Object.hasOwn(schema.properties ?? {}, field))
          report({
            message: `\`${field}\` is required and not defined: correct its name, or add it to \`properties\`.`,
            location: location.child(["required", index]),
          });
    },
  };
}
