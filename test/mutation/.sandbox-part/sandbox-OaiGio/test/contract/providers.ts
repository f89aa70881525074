// @ts-nocheck
// What answers for the API in the contract tests.
import { inject } from "vitest";
import type { ErrorResponse } from "../../src/index.js";
import { asRecord } from "../../src/contract/json.js";
import { linkRequest } from "../link-request.js";

export interface Provider {
  name: string;
  /** Without a trailing slash. */
  url: string;
  /** The violations that this provider reports of a body: "field rule", in its own words. */
  violationsIn: (response: Response, body: unknown) => string[];
}

export interface ProviderAnswer {
  status: number;
  body: unknown;
  /** "settings.cancel_type enum" */
  violations: string[];
}

interface PrismViolation {
  /** From `request`, `body` on. */
  location: string[];
  code: string | number;
  message: string;
}

export const prism: Provider = {
  name: "Prism",
  url: inject("prismUrl"),
  violationsIn(response) {
    const header = response.headers.get("sl-violations") ?? "[]";
    return (JSON.parse(header) as PrismViolation[]).map(
      ({ location, code, message }) => {
        // Prism names a field that is missing or unknown in its message alone.
        const [, name] =
          /(?:required property|additional properties; found) '(.*)'$/s.exec(
            message,
          ) ?? [];
        const field = [
          ...location.slice(2),
          ...(name === undefined ? [] : [name]),
        ];
        return `${field.join(".")} ${code}`;
      },
    );
  },
};

export const mock: Provider = {
  name: "the mock",
  url: inject("mockUrl"),
  violationsIn(_response, body) {
    const { error_details = [] } = asRecord(body) as Partial<ErrorResponse>;
    return error_details.flatMap(({ errors }) =>
      Object.entries(errors).map(([field, { rule }]) => `${field} ${rule}`),
    );
  },
};

export const PROVIDERS = [prism, mock];

export async function post(
  { url, violationsIn }: Provider,
  body: string | null,
  headers: Record<string, string> = {},
): Promise<ProviderAnswer> {
  const send = () => fetch(linkRequest(body, { baseUrl: url, headers }));
  // Once more, because a busy machine may send just when an idle connection is closed.
  const response = await send().catch(send);
  const answer: unknown = await response.json();
  return {
    status: response.status,
    body: answer,
    violations: violationsIn(response, answer),
  };
}
