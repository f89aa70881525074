/** Follows a reference within the document. */
// @ts-nocheck

export function resolve<Node>(
  document: object,
  node: { $ref?: string } | undefined,
): Node {
  return (node?.$ref ?? "")
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (place, key) => (place as Record<string, unknown>)[key],
      node?.$ref ? document : (node ?? {}),
    ) as Node;
}
