import { asRecord } from "../contract/json.js";
import { KwikApiError, type ResponseDetails } from "./errors.js";
import type { Show } from "./show.js";

/** Nobody reads more, and a server must not keep us busy. */
const MOST_FIELDS = 100;

/** Turns a failure into an error. It comes from the network, so a malformed envelope must not hide that the API refused. */
export function apiError(
  body: unknown,
  details: ResponseDetails,
  show: Show,
): KwikApiError {
  const { error_code, error_message, error_details } = asRecord(body);
  const { status } = details;
  const code = error_code == null ? undefined : show(error_code);
  // A browser shows a redirect as status 0.
  const isRedirect = [0, 301, 302, 303, 307, 308].includes(status);
  const reason = isRedirect ? "Redirects are not followed" : "Refused";
  const fieldErrors = Object.fromEntries(
    [error_details]
      .flat()
      .flatMap((record) => Object.entries(asRecord(asRecord(record).errors)))
      .slice(0, MOST_FIELDS)
      .map(([field, error]) => {
        const { message = error, rule = "unknown" } = asRecord(error);
        return [show(field), { message: show(message), rule: show(rule) }];
      }),
  );
  const fields = Object.entries(fieldErrors).map(
    ([field, { message }]) => `${field}: ${message}`,
  );
  const summary = `${error_message == null ? reason : show(error_message)} (${code ?? `HTTP ${status}`})`;
  return new KwikApiError(
    fields[0] ? `${summary}: ${fields.join("; ")}` : summary,
    { ...details, code, fieldErrors },
  );
}
