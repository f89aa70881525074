import { inject } from "vitest";

export interface PrismViolation {
  /** From `request`, `body` on. */
  location: string[];
  code: string | number;
  message: string;
}

export interface PrismAnswer {
  status: number;
  body: unknown;
  /** Why Prism refused: it says so in a header. */
  violations: PrismViolation[];
}

/** Sends to the run's Prism what the package's client would refuse to send. */
export async function postToPrism(
  body: BodyInit | null,
  headers: Record<string, string> = {},
): Promise<PrismAnswer> {
  const response = await fetch(`${inject("prismUrl")}/customer-portal/link`, {
    method: "POST",
    headers: {
      Authorization: `Basic ${btoa("test_key:test_secret")}`,
      "Content-Type": "application/json",
      ...headers,
    },
    body,
  });
  return {
    status: response.status,
    body: await response.json(),
    violations: JSON.parse(
      response.headers.get("sl-violations") ?? "[]",
    ) as PrismViolation[],
  };
}
