const isObject = (schema) => schema.type === "object" || schema.properties;

// Closed requests catch a caller's typo; open responses let the vendor grow.
export default function openness() {
  // A nested visitor would see only the outermost schema of a message.
  let side;
  return {
    RequestBody() {
      side = "request";
    },
    Response() {
      side = "response";
    },
    Schema(schema, { report, location }) {
      if (
        side === "request" &&
        isObject(schema) &&
        schema.additionalProperties !== false
      ) {
        report({
          message:
            "An object of the request is closed, so that a typo is caught: add `additionalProperties: false`.",
        });
      }
      for (const keyword of ["additionalProperties", "unevaluatedProperties"]) {
        if (side === "response" && schema[keyword] === false) {
          report({
            message:
              "An object of a response stays open, so that the vendor can add fields: delete this line.",
            location: location.child(keyword).key(),
          });
        }
      }
    },
  };
}
