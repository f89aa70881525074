/** The fields of what should be an object and, coming from the network or from JavaScript, may be anything. */
export function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)
    : {};
}
