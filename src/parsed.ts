/** What a text says as JSON; `undefined` when it says nothing. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
