/**
 * Follows $refs to the end. A $ref is relative to the file it stands in, so the location travels with the node.
 *
 * @returns {{ node: any, at: any }} the node and where it stands; the node is `undefined` when there is none.
 */
export function follow(resolve, node, at) {
  if (!node?.$ref) return { node, at };
  const target = resolve(node, at.source.absoluteRef);
  return follow(resolve, target.node, target.location ?? at);
}

/** The status that says success: an operation has one. */
function successStatus({ responses = {} }) {
  return Object.keys(responses).find((status) => /^2\d\d$/.test(status));
}

/** The JSON messages of an operation: the media type of its request and of its success, and where each stands. */
export function messagesOf(operation, { location, resolve }) {
  const status = successStatus(operation) ?? "";
  const media = (message, place) => {
    const { node, at } = follow(resolve, message, location.child(place));
    return {
      node: node?.content?.["application/json"],
      at: at.child(["content", "application/json"]),
    };
  };
  return {
    request: media(operation.requestBody, "requestBody"),
    response: media(operation.responses?.[status], ["responses", status]),
  };
}
