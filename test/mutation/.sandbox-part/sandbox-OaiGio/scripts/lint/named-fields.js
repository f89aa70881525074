// @ts-nocheck
import { schemaAt } from "./schema-at.js";

/** Extensions that list fields of the response. */
const LISTS = ["x-secrets", "x-unique", "x-expires"];

// Redaction and verify go by these lists: an expression that leads nowhere would hide nothing, and check nothing.
export default function namedFields() {
  return {
    Operation(operation, context) {
      const { report, location } = context;
      for (const list of LISTS)
        for (const [index, expression] of (operation[list] ?? []).entries()) {
          const { problem, schema } = schemaAt(expression, operation, context);
          const message =
            problem ??
            (schema?.type &&
              schema.type !== "string" &&
              `\`${list}\` lists strings: \`${expression}\` is of type ${schema.type}.`);
          if (message)
            report({ message, location: location.child([list, index]) });
        }
    },
  };
}
