// @ts-nocheck
import { schemaAt } from "./schema-at.js";

// The reference and verify mark these rules as ours. One that the schema does not state would mark nothing.
export default function ownRules() {
  return {
    Operation(operation, context) {
      const { report, location } = context;
      for (const [expression, keyword] of Object.entries(
        operation["x-own-rules"] ?? {},
      )) {
        const { problem, schema } = schemaAt(expression, operation, context);
        const message =
          problem ??
          (schema &&
            !Object.hasOwn(schema, keyword) &&
            `\`${expression}\` has no keyword \`${keyword}\`: name one that the schema states there, such as ${Object.keys(schema).join(", ")}.`);
        if (message)
          report({
            message,
            location: location.child(["x-own-rules", expression]).key(),
          });
      }
    },
  };
}
