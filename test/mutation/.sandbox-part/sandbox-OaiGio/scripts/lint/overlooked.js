// @ts-nocheck
// Mistakes that redocly lint and swagger-parser both let through.
export default function overlooked() {
  const exampleBesideExamples = (node, { report, location }) => {
    if (node.example !== undefined && node.examples !== undefined) {
      report({
        message: "`example` next to `examples`: keep one of the two.",
        location: location.child("example").key(),
      });
    }
  };
  return {
    Server(server, { report, location }) {
      if (!/^https:\/\/[^/]/.test(server.url)) {
        report({
          message:
            "Credentials are sent to the server: write its URL in full and with https, as in https://api.kwik.co.za/2.0.",
          location: location.child("url"),
        });
      }
    },
    License(license, { report, location }) {
      if (license.identifier && license.url) {
        report({
          message:
            "A licence has an SPDX `identifier` or a `url`: keep one of the two.",
          location: location.child("url").key(),
        });
      }
    },
    MediaType: exampleBesideExamples,
    Schema(schema, context) {
      const { report, location } = context;
      exampleBesideExamples(schema, context);
      if (
        schema.default !== undefined &&
        schema.enum &&
        !schema.enum.includes(schema.default)
      ) {
        report({
          message: `The default \`${schema.default}\` is not in the enum: choose one of ${schema.enum.join(", ")}, or delete the default.`,
          location: location.child("default"),
        });
      }
      if (
        Array.isArray(schema.type) &&
        new Set(schema.type).size < schema.type.length
      ) {
        report({
          message: `\`type\` lists the same type twice: ${schema.type.join(", ")}.`,
          location: location.child("type"),
        });
      }
    },
  };
}
