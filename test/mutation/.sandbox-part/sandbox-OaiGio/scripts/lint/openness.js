// @ts-nocheck
import { follow } from "./follow.js";

// Closed requests catch a caller's typo; open responses let the vendor grow. A schema that both sides use is held to both.
export default function openness() {
  return {
    Operation(operation, { report, location, resolve }) {
      const schemasOf = (message, at) => {
        const { node, at: place } = follow(resolve, message, at);
        return Object.entries(node?.content ?? {}).map(([type, media]) => ({
          node: media.schema,
          at: place.child(["content", type, "schema"]),
        }));
      };
      /** Calls back for the schema and each schema of a value in it, but not for those that only add conditions. */
      const walk = (place, check, seen = new Set()) => {
        const { node, at } = follow(resolve, place.node, place.at);
        if (typeof node !== "object" || seen.has(node)) return;
        seen.add(node);
        check(node, at);
        for (const key of ["items", "additionalProperties"])
          walk({ node: node[key], at: at.child(key) }, check, seen);
        for (const key of ["properties", "oneOf", "anyOf", "allOf"])
          for (const [name, child] of Object.entries(node[key] ?? {}))
            if (key !== "allOf" || !isObject(follow(resolve, child, at).node))
              walk({ node: child, at: at.child([key, name]) }, check, seen);
      };
      const closed = (schema, at) => {
        const parts = schema.allOf?.map(
          (part) => follow(resolve, part, at).node,
        );
        if (parts?.some(isObject))
          report({
            message:
              "`allOf` cannot be closed, because `additionalProperties` sees only the `properties` beside it: write the fields in one schema.",
            location: at.child("allOf").key(),
          });
        else if (isObject(schema) && !isClosed(schema))
          report({
            message:
              "An object of the request is closed, so that a typo is caught: add `additionalProperties: false`.",
            location: at,
          });
      };
      const open = (schema, at) => {
        for (const key of ["additionalProperties", "unevaluatedProperties"])
          if (schema[key] === false)
            report({
              message:
                "An object of a response stays open, so that the vendor can add fields: delete this line.",
              location: at.child(key).key(),
            });
      };
      const request = location.child("requestBody");
      for (const place of schemasOf(operation.requestBody, request))
        walk(place, closed);
      for (const [status, response] of Object.entries(operation.responses)) {
        const at = location.child(["responses", status]);
        for (const place of schemasOf(response, at)) walk(place, open);
      }
    },
  };
}

const isObject = (schema) => schema?.type === "object" || schema?.properties;

/** A map, whose fields may have any name, says what their values are. */
const isClosed = ({ properties, additionalProperties }) =>
  additionalProperties === false ||
  (!properties && typeof additionalProperties === "object");
