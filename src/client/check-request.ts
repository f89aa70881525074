import {
  requestFields,
  validatePortalLinkRequest,
  type PortalLinkRequest,
} from "../contract/generated.js";
import { asRecord, tryParseJson } from "../contract/values.js";
import { sentenceOf, violationsOf } from "../contract/violations.js";
import { KwikContractError } from "./errors.js";
import { reasonOf, type Sanitize } from "./sanitize.js";

/** Writes a request as JSON, once, and checks what that says: this plain data is what is sent. */
export function checkedRequest(
  request: unknown,
  sanitize: Sanitize,
): PortalLinkRequest {
  let violations;
  try {
    const sent = tryParseJson(JSON.stringify(request));
    const lost = lostField(asRecord(request), asRecord(sent));
    violations = lost
      ? [{ field: lost, rule: "body", message: "gets lost in JSON" }]
      : violationsOf(validatePortalLinkRequest, sent);
    if (violations.length === 0) return sent as PortalLinkRequest;
  } catch (thrown) {
    const reason = sanitize(reasonOf(thrown));
    const message = `cannot be written as JSON (${reason})`;
    violations = [{ field: "", rule: "body", message }];
  }
  // The names of unknown fields are the caller's own words. More of them would make an error of megabytes.
  violations = violations
    .slice(0, 100)
    .map(({ field, ...rest }) => ({ field: sanitize(field), ...rest }));
  const message = `The request was not sent: ${sentenceOf(violations)}.`;
  throw new KwikContractError(message, { violations });
}

/** Where an object shows what its JSON does not, by a getter, an inherited or hidden property, a Map, a toJSON: what gets lost may be a restriction. */
function lostField(
  given: Record<string, unknown>,
  sent: Record<string, unknown>,
): string | undefined {
  for (const name of requestFields) {
    const shown = given[name];
    const written = sent[name];
    // The contract itself refuses null, which JSON has for NaN.
    if (shown === undefined || shown === written || written === null) continue;
    const isLost =
      typeof shown !== "object" ||
      written === undefined ||
      (Symbol.iterator in Object(shown) &&
        JSON.stringify([...(shown as [])]) !== JSON.stringify(written));
    if (isLost) return name;
    // A text, such as that of a URL, has no fields.
    const inner = lostField(asRecord(shown), asRecord(written));
    if (inner) return `${name}.${inner}`;
  }
  return undefined;
}
