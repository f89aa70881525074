// @ts-nocheck
import { follow, messagesOf } from "./follow.js";

const EXPRESSION = /^\$(request|response)\.body#((?:\/[^/]+)*)$/;

/**
 * Finds the schema behind a runtime expression such as `$response.body#/result/link_url`.
 *
 * @returns the schema, its side, and whether its field may be absent; or `problem`, a sentence that says why there is none. Of a
 * body that is not JSON only the side.
 */
export function schemaAt(expression, operation, context) {
  const [, side, pointer = ""] = EXPRESSION.exec(expression) ?? [];
  if (!side)
    return {
      problem: `\`${expression}\` is not an expression of this contract: write \`$request.body#/…\` or \`$response.body#/…\`, with a field after each slash.`,
    };
  const { resolve } = context;
  const media = messagesOf(operation, context)[side];
  // A body that is not there is reported by the rules about bodies.
  if (!media.node?.schema) return { side };
  let place = follow(resolve, media.node.schema, media.at);
  let isOptional = false;
  for (const field of pointer.split("/").slice(1)) {
    const { properties = {}, required = [] } = place.node ?? {};
    if (!Object.hasOwn(properties, field))
      return {
        problem: `\`${expression}\` leads nowhere: the ${side} has no field \`${field}\` there. Its fields are ${Object.keys(properties).join(", ") || "none"}.`,
      };
    isOptional ||= !required.includes(field);
    place = follow(resolve, properties[field], place.at);
  }
  return { schema: place.node ?? {}, isOptional, side };
}
