// @ts-nocheck
// The vendor documents the failure envelope but not its HTTP status, so `default` alone answers with it.
export default function failureResponse() {
  return {
    Responses(responses, { report, location, resolve }) {
      const response = responses.default?.$ref
        ? resolve(responses.default).node
        : responses.default;
      if (!response?.content?.["application/json"]?.schema?.$ref) {
        report({
          message:
            "`default` answers with the failure envelope: `default: { $ref: ../components/responses/Failure.yaml }`.",
          location: responses.default
            ? location.child("default")
            : location.key(),
        });
      }
      for (const status of Object.keys(responses)) {
        if (!/^([1-5]\d\d|default)$/.test(status)) {
          report({
            message: `\`${status}\` is no HTTP status: write three digits, or \`default\`.`,
            location: location.child(status).key(),
          });
        }
      }
    },
  };
}
