// @ts-nocheck
import { schemaAt } from "./schema-at.js";

// Client, mock and verify hold responses to these, so each must mean something.
export default function echoes() {
  return {
    Operation(operation, context) {
      const { report, location } = context;
      for (const [to, from] of Object.entries(operation["x-echoes"] ?? {})) {
        const at = location.child(["x-echoes", to]);
        const [response, request] = [to, from].map((expression) =>
          schemaAt(expression, operation, context),
        );
        const problem =
          response.problem ?? request.problem ?? mismatch(response, request);
        if (problem) report({ message: problem, location: at.key() });
      }
    },
  };
}

function mismatch(response, request) {
  if (response.side !== "response" || request.side !== "request")
    return "An echo says which field of the response has the value of which field of the request: `$response.body#/…: $request.body#/…`.";
  if (!response.schema || !request.schema) return;
  if (String(response.schema.type) !== String(request.schema.type))
    return `An echo has one type: the response says ${response.schema.type}, the request ${request.schema.type}.`;
  if (response.isOptional !== request.isOptional)
    return `Both sides of an echo are required, or both are optional: the response's field is ${isOptional(response)}, the request's is ${isOptional(request)}.`;
}

const isOptional = (side) => (side.isOptional ? "optional" : "required");
