/** Reads the pair from the options or the environment and answers with the value of the Authorization header. */
export function basicCredentials(
  apiKey: string | undefined,
  apiSecret: string | undefined,
): string {
  const key = usable(
    "apiKey",
    apiKey ?? environment("KWIK_API_KEY"),
    "KWIK_API_KEY",
  );
  const secret = usable(
    "apiSecret",
    apiSecret ?? environment("KWIK_API_SECRET"),
    "KWIK_API_SECRET",
  );
  if (key.includes(":")) {
    throw new TypeError(
      "apiKey contains a colon, which HTTP Basic cannot carry in a user name: pass the key alone as apiKey and the secret as apiSecret.",
    );
  }
  const bytes = new TextEncoder().encode(`${key}:${secret}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}

// A message names the option and never its value: what was passed by mistake may be the other secret.
function usable(option: string, value: unknown, variable: string): string {
  if (value === undefined || value === "") {
    throw new TypeError(
      `${option} is missing: pass it to createKwikClient({ ${option} }) or set ${variable} in the environment.`,
    );
  }
  if (typeof value !== "string")
    throw new TypeError(
      `${option} must be a string, not ${value === null ? "null" : typeof value}.`,
    );
  // eslint-disable-next-line no-control-regex -- RFC 7617 forbids exactly these.
  if (/[\u0000-\u001f\u007f]/.test(value)) {
    throw new TypeError(
      `${option} contains a line break or another control character: remove it (a trailing newline is the usual one).`,
    );
  }
  return value;
}

/** Workers and browsers have no `process`. */
function environment(name: string): string | undefined {
  return (
    globalThis as { process?: { env?: Record<string, string | undefined> } }
  ).process?.env?.[name];
}
