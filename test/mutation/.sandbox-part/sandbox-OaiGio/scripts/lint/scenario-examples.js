// @ts-nocheck
import { follow, messagesOf } from "./follow.js";

// The scenarios: docs switch request and response by name, the mock answers by name, and each pair shows the echoes.
export default function scenarioExamples() {
  return {
    Operation(operation, context) {
      const { report, resolve } = context;
      const { request, response } = messagesOf(operation, context);
      if (!request.node || !response.node) return;
      const examplesOf = ({ node, at }) =>
        Object.fromEntries(
          Object.entries(node?.examples ?? {}).map(([name, example]) => [
            name,
            follow(resolve, example, at).node?.value ?? {},
          ]),
        );
      const placeOf = ({ at }, name) => at.child(["examples", name]).key();
      const requests = examplesOf(request);
      const responses = examplesOf(response);
      for (const name of Object.keys(requests)) {
        const location = placeOf(request, name);
        if (!responses[name]) {
          report({
            message: `Request example \`${name}\` has no response example of its name: add \`${schemaName(response.node)}.${name}.yaml\` and list it under the success response as \`${name}\`.`,
            location,
          });
          continue;
        }
        for (const [to, from] of Object.entries(operation["x-echoes"] ?? {})) {
          const echo = valueAt(responses[name], to);
          const value = valueAt(requests[name], from);
          if (echo !== value)
            report({
              message: `Example \`${name}\` has ${value ?? "nothing"} at \`${from}\` and ${echo ?? "nothing"} at \`${to}\`, which echoes it: write the same value on both sides, or on neither.`,
              location,
            });
        }
      }
      for (const name of Object.keys(responses))
        if (!requests[name])
          report({
            message: `Response example \`${name}\` has no request example of its name: add \`${schemaName(request.node)}.${name}.yaml\` and list it under the request body as \`${name}\`.`,
            location: placeOf(response, name),
          });
    },
    MediaType(mediaType, { report, location }) {
      const schema = schemaName(mediaType);
      for (const [name, example] of Object.entries(mediaType.examples ?? {})) {
        if (fileName(example) !== `${schema}.${name}`) {
          report({
            message: `Example \`${name}\` of \`${schema}\` lives in a file of its own: \`$ref: …/examples/${schema}.${name}.yaml\`.`,
            location: location.child(["examples", name]),
          });
        }
      }
    },
  };
}

const schemaName = (mediaType) => fileName(mediaType?.schema);

/** In the sources a $ref names a file, in the bundle a component. */
const fileName = (node) =>
  node?.$ref
    ?.split("/")
    .pop()
    .replace(/\.ya?ml$/, "");

/** What an example has at a runtime expression such as `$request.body#/customer_id`. */
function valueAt(example, expression) {
  const [, pointer = ""] = expression.split("#/");
  return pointer.split("/").reduce((value, field) => value?.[field], example);
}
