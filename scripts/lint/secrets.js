import { schemaAt } from "./schema-at.js";

// What is listed here is kept out of logs, errors and reports: an expression that leads nowhere would hide nothing.
export default function secrets() {
  return {
    Operation(operation, context) {
      const { report, location } = context;
      for (const [index, expression] of (
        operation["x-secrets"] ?? []
      ).entries()) {
        const { problem, schema } = schemaAt(expression, operation, context);
        const message =
          problem ??
          (schema?.type &&
            schema.type !== "string" &&
            `A secret is a string: \`${expression}\` is of type ${schema.type}.`);
        if (message)
          report({ message, location: location.child(["x-secrets", index]) });
      }
    },
  };
}
