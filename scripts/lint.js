// The lint rules that neither a ready-made rule nor an assertion in redocly.yaml can state.

/** The description is the one place that docs, types and Markdown all show, so each value is explained there. */
const enumValues = () => ({
  Schema({ enum: values, default: initial, ...schema }, { report, location }) {
    if (!values || "const" in schema) return;
    const lines = (schema.description ?? "").split("\n");
    for (const [index, value] of values.entries())
      if (!lines.some((line) => line.startsWith(`- \`${value}\`: `)))
        report({
          message: `Say what \`${value}\` does, on a line of the description of its own, as in "- \`${value}\`: at once."`,
          location: location.child(["enum", index]),
        });
    if (initial !== undefined && !values.includes(initial))
      report({
        message: `The default is not in the enum: choose one of ${values.join(", ")}, or delete it.`,
        location: location.child("default"),
      });
  },
});

/** Closed requests catch a typo; open responses let the vendor grow. A map says what its values are. */
const openness = () => ({
  RequestBody: walkSchemas(
    ({ properties, additionalProperties }) =>
      additionalProperties === false ||
      (!properties && typeof additionalProperties === "object"),
    "An object of the request is closed, so that a typo is caught: add `additionalProperties: false`.",
  ),
  Response: walkSchemas(
    ({ additionalProperties }) => additionalProperties !== false,
    "An object of a response stays open, so that the vendor can add fields: delete `additionalProperties: false`.",
  ),
});

/** Reports each object of a message that is not right. Redocly visits only a message's own schema. */
const walkSchemas = (isRight, message) => ({
  MediaType({ schema }, { report, resolve, location }) {
    const seen = new Set();
    const walk = (node, at) => {
      const target = node?.$ref && resolve(node, at.source.absoluteRef);
      if (target) return walk(target.node, target.location);
      if (typeof node !== "object" || seen.has(node)) return;
      seen.add(node);
      if ((node.type === "object" || node.properties) && !isRight(node))
        report({ message, location: at });
      for (const [name, property] of Object.entries(node.properties ?? {}))
        walk(property, at.child(["properties", name]));
      walk(node.items, at.child("items"));
      walk(node.additionalProperties, at.child("additionalProperties"));
    };
    walk(schema, location.child("schema"));
  },
});

export default () => ({
  id: "kwik",
  rules: { oas3: { "enum-values": enumValues, openness } },
});
