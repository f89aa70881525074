// From the IANA registry of HTTP authentication schemes, in the lower case that OpenAPI tools expect.
const HTTP_SCHEMES = [
  "basic",
  "bearer",
  "digest",
  "dpop",
  "gnap",
  "hoba",
  "mutual",
  "negotiate",
  "oauth",
  "privatetoken",
  "scram-sha-1",
  "scram-sha-256",
  "vapid",
];
const MEDIA_TYPE =
  /^[a-z0-9][\w!#$&^.+-]*\/(\*|[a-z0-9][\w!#$&^.+-]*)(;\s*[\w-]+=\S+)*$/i;

// Names that stand elsewhere, in a registry or at the top of the document; redocly lint and swagger-parser let a misspelt one through.
export default function knownNames() {
  let declaredTags = [];
  return {
    Root(root) {
      declaredTags = (root.tags ?? []).map((tag) => tag.name);
    },
    Operation(operation, { report, location }) {
      for (const [index, tag] of (operation.tags ?? []).entries()) {
        if (!declaredTags.includes(tag)) {
          report({
            message: `Tag \`${tag}\` is not declared under the top-level \`tags\`. One operation needs no tag, and docs show it at once without: delete it.`,
            location: location.child(["tags", index]),
          });
        }
      }
    },
    SecurityScheme(scheme, { report, location }) {
      if (scheme.type === "http" && !HTTP_SCHEMES.includes(scheme.scheme)) {
        report({
          message: `\`${scheme.scheme}\` is no HTTP authentication scheme: this API's is \`basic\`, in lower case.`,
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
