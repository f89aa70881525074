// The vendor documents the failure envelope but not its HTTP status. Redocly Respect reads `default` only, Prism `4XX` first.
export default function failuresUnderAnyStatus() {
  return {
    Responses(responses, { report, location, resolve }) {
      const schemaOf = (status) => {
        const response = responses[status];
        const node = response?.$ref ? resolve(response).node : response;
        return node?.content?.["application/json"]?.schema?.$ref
          ?.split("/")
          .pop()
          .replace(/\.ya?ml$/, "");
      };
      for (const status of ["4XX", "default"]) {
        if (schemaOf(status) !== "ErrorResponse") {
          report({
            message: `\`${status}\` answers with the failure envelope: "${status}": { $ref: ../components/responses/Failure.yaml }.`,
            location: responses[status]
              ? location.child(status)
              : location.key(),
          });
        }
      }
      for (const status of Object.keys(responses)) {
        if (!/^([1-5]\d\d|[1-5]XX|default)$/.test(status)) {
          report({
            message: `\`${status}\` is no HTTP status: write three digits, a range such as \`4XX\` in capitals, or \`default\`.`,
            location: location.child(status).key(),
          });
        }
      }
    },
  };
}
