// @ts-nocheck
const MEDIA_TYPE =
  /^[a-z0-9][\w!#$&^.+-]*\/(\*|[a-z0-9][\w!#$&^.+-]*)(;\s*[\w-]+=\S+)*$/i;

// Names that redocly lint and swagger-parser let through misspelt, or undeclared.
export default function knownNames() {
  return {
    Operation(operation, { report, location }) {
      if (operation.tags) {
        report({
          message:
            "With a tag, docs hide the only operation behind a click: delete `tags`.",
          location: location.child("tags").key(),
        });
      }
    },
    SecurityScheme(scheme, { report, location }) {
      if (scheme.type === "http" && scheme.scheme !== "basic") {
        report({
          message: `\`${scheme.scheme}\` is not how this API authenticates: write \`scheme: basic\`, in lower case.`,
          location: location.child("scheme"),
        });
      }
    },
    MediaTypesMap(content, { report, location }) {
      for (const mediaType of Object.keys(content)) {
        if (!MEDIA_TYPE.test(mediaType)) {
          report({
            message: `\`${mediaType}\` is no media type: write type/subtype, as in \`application/json\`.`,
            location: location.child(mediaType).key(),
          });
        }
      }
    },
  };
}
