// The scenarios: docs switch request and response by name, the mock answers by name, and the pair is the one place in the
// document that shows how `subscription_id` follows the request.
export default function scenarioExamples() {
  return {
    Operation(operation, { report, location, resolve }) {
      // A $ref is relative to the file it stands in, so the file travels with the node.
      const follow = ({ node, file }) => {
        if (!node?.$ref) return { node, file };
        const target = resolve(node, file);
        return { node: target.node, file: target.location?.source.absoluteRef };
      };
      const examplesOf = (message) => {
        const { node, file } = follow({
          node: message,
        });
        const examples = Object.entries(
          node?.content?.["application/json"]?.examples ?? {},
        );
        return Object.fromEntries(
          examples.map(([name, example]) => [
            name,
            follow({ node: example, file }).node?.value ?? {},
          ]),
        );
      };
      const request = examplesOf(operation.requestBody);
      const response = examplesOf(operation.responses?.["200"]);
      const at = location.child([
        "requestBody",
        "content",
        "application/json",
        "examples",
      ]);
      for (const name of Object.keys(request)) {
        if (!response[name]) {
          report({
            message: `Request example \`${name}\` has no response example of its name: add \`PortalLinkResponse.${name}.yaml\` and list it under the 200 response as \`${name}\`.`,
            location: at.child(name).key(),
          });
          continue;
        }
        const sent = request[name];
        const result = response[name].result ?? {};
        if (sent.customer_id !== result.customer_id) {
          report({
            message: `Example \`${name}\` asks for customer_id \`${sent.customer_id}\` and is answered with \`${result.customer_id}\`: write the same id on both sides.`,
            location: at.child(name).key(),
          });
        }
        if (sent.subscription_id !== result.subscription_id) {
          report({
            message: `Example \`${name}\` has subscription_id \`${sent.subscription_id ?? "(none)"}\` in the request and \`${result.subscription_id ?? "(none)"}\` in the response: write it on both sides or on neither.`,
            location: at.child(name).key(),
          });
        }
      }
      for (const name of Object.keys(response).filter(
        (name) => !request[name],
      )) {
        report({
          message: `Response example \`${name}\` has no request example of its name: add \`PortalLinkRequest.${name}.yaml\` and list it under the request body as \`${name}\`.`,
          location: location.child(["responses", "200"]).key(),
        });
      }
    },
    MediaType(mediaType, { report, location }) {
      const schema = mediaType.schema?.$ref
        ?.split("/")
        .pop()
        .replace(/\.ya?ml$/, "");
      for (const [name, example] of Object.entries(mediaType.examples ?? {})) {
        const file = example?.$ref
          ?.split("/")
          .pop()
          .replace(/\.ya?ml$/, "");
        if (file !== `${schema}.${name}`) {
          report({
            message: `Example \`${name}\` of \`${schema}\` lives in a file of its own: \`$ref: …/examples/${schema}.${name}.yaml\`.`,
            location: location.child(["examples", name]),
          });
        }
      }
    },
  };
}
