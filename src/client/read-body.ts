import { KwikContractError } from "./errors.js";
import type { Redact } from "../contract/redact.js";
import { responseDetails } from "./response-details.js";

const LARGEST_BODY = 1024 * 1024;

/**
 * Reads a body to its end.
 *
 * @throws {KwikContractError} it is larger than 1 MiB, or not UTF-8.
 */
export async function readBody(
  { body, status, headers }: Response,
  redact: Redact,
): Promise<string> {
  const reject = (message: string) => {
    throw new KwikContractError(`The response: it ${message}.`, {
      violations: [{ field: "", rule: "body", message }],
      ...responseDetails({ status, headers, body: "" }, redact),
    });
  };
  const reader = body?.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let size = 0;
  for (;;) {
    const { value } = (await reader?.read()) ?? {};
    size += value?.length ?? 0;
    if (size > LARGEST_BODY) reject("is larger than 1 MiB");
    try {
      text += decoder.decode(value, { stream: !!value });
    } catch {
      reject("is not UTF-8");
    }
    if (!value) return text;
  }
}
