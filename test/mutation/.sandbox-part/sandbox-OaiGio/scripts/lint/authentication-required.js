// @ts-nocheck
// `redocly diff` rates a removed security requirement as a patch, so nothing else would stop one.
export default function authenticationRequired() {
  return {
    Root(root, { report }) {
      if (!root.security?.length) {
        report({
          message:
            "Every call is authenticated: list the scheme under a top-level `security`, as in `- ApiKeyAndSecret: []`.",
        });
      }
    },
    Operation(operation, { report, location }) {
      if (operation.security) {
        report({
          message:
            "`security` is stated once, at the top of openapi.yaml: delete it here.",
          location: location.child("security").key(),
        });
      }
    },
    SecurityRequirement(requirement, { report }) {
      if (Object.keys(requirement).length === 0) {
        report({
          message:
            "An empty security requirement makes authentication optional: name the scheme, as in `ApiKeyAndSecret: []`.",
        });
      }
    },
  };
}
