// @ts-nocheck
// The description is the one place that docs, types and Markdown all show, so each value is explained there.
export default function enumValuesDescribed() {
  return {
    Schema(schema, { report, location }) {
      for (const [index, value] of (schema.enum ?? []).entries()) {
        const lines = (schema.description ?? "").split("\n");
        if (!lines.some((line) => line.startsWith(`- \`${value}\`: `))) {
          report({
            message: `Say what \`${value}\` does, on a line of the description of its own, as in "- \`${value}\`: at once."`,
            location: location.child(["enum", index]),
          });
        }
      }
    },
  };
}
