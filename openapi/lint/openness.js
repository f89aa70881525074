const isObject = (schema) => schema.type === "object" || schema.properties;

// Closed requests catch a caller's typo; open responses let the vendor grow.
export default function openness() {
  return {
    Operation: {
      RequestBody: {
        Schema(schema, { report, location }) {
          if (isObject(schema) && schema.additionalProperties !== false) {
            report({
              message:
                "An object of the request is closed, so that a typo is caught: add `additionalProperties: false`.",
              location: location.child("additionalProperties"),
            });
          }
        },
      },
      Response: {
        Schema(schema, { report, location }) {
          if (
            schema.additionalProperties === false ||
            schema.unevaluatedProperties === false
          ) {
            report({
              message:
                "An object of a response stays open, so that the vendor can add fields: delete this line.",
              location: location
                .child(
                  "additionalProperties" in schema
                    ? "additionalProperties"
                    : "unevaluatedProperties",
                )
                .key(),
            });
          }
        },
      },
    },
  };
}
