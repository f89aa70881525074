import { asRecord } from "../contract/values.js";
import { judgeResponse } from "../contract/judge.js";
import { LARGEST_BODY, type ReadResponse } from "../contract/read-response.js";
import { secretsIn } from "../contract/redact.js";
import { sentenceOf } from "../contract/violations.js";
import {
  connectionError,
  KwikApiError,
  KwikContractError,
  type KwikError,
  type ResponseDetails,
} from "./errors.js";
import { notify } from "./kwik-attempt.js";
import type { Settings } from "./options.js";
import { sanitizer, type Sanitize } from "./sanitize.js";

/** A list of what is shown, because any other header may hold a link or a session. */
const SHOWN_HEADERS =
  /^(content-(type|length|encoding)|date|retry-after(-ms)?|server|via|cf-ray)$|^(x-)?ratelimit-|(request|correlation|trace)-?id$/i;

/** Comments, scripts and styles with what is in them, and tags; also those that do not end. */
const MARKUP =
  /<!--.*?(-->|$)|<(script|style).*?(?=<\/\2|$)|<[a-z/!?]("[^"]*"|'[^']*'|[^>])*(>|$)/gis;
const ENTITY = /&(#\d+|#x[\da-f]+|amp|lt|gt|quot|apos);?/gi;
const SIGNS = { amp: 38, lt: 60, gt: 62, quot: 34, apos: 39 };
const JSON_TEXT = /^\s*".*|(\{|\[\s*["'[{]).*/s;

/** What a response comes to: the call resolves with the value, and without one rejects with the error; onAttempt is told the error of both. */
export type Outcome = { value?: Response; error?: KwikError | undefined };

/** Judges a response: the value is for openapi-fetch to hand over, its body being the link itself instead of a stream. */
export function linkOf(
  response: ReadResponse,
  { links, secrets, onContractViolation }: Settings,
  request: unknown,
): Outcome {
  const { status, headers, text, flaw } = response;
  const { kind, body, violations } = judgeResponse(request, response, links);
  if (kind === "success") {
    for (const violation of violations)
      void notify(onContractViolation, violation);
    const value = { ...response, ok: true, body: asRecord(body).result };
    return { value: value as unknown as Response };
  }
  const sanitize = sanitizer([...secrets, ...secretsIn(body)]);
  const page = body === undefined ? text : "";
  const details = detailsOf(response, page, sanitize);
  if (kind === "failure") return { error: apiError(body, details, sanitize) };
  // Node's fetch does not notice that a compressed body was cut off.
  const isCutOff = body === undefined && details.body === undefined;
  if (isCutOff && headers.has("content-encoding") && !flaw)
    return { error: connectionError("the compressed body ended early") };
  let message = `The response: ${sentenceOf(violations)}.`;
  if (violations[0]?.rule === "body")
    message = `The response ${violations[0].message} (HTTP ${status})`;
  return { error: new KwikContractError(message, { violations, ...details }) };
}

/** The response as the server sent it, if a Response can hold it. Of a failure onAttempt is told all the same. */
export function responseOf(
  response: ReadResponse,
  settings: Settings,
  request: unknown,
): Outcome {
  const silent = { ...settings, onContractViolation: undefined };
  const { error } = linkOf(response, silent, request);
  const { status, headers, bytes } = response;
  if (error && (bytes.length > LARGEST_BODY || status < 200 || status > 599))
    return { error };
  return {
    value: new Response(bytes.length ? bytes : null, { status, headers }),
    // What breaks the contract is no failure of the call.
    error: error instanceof KwikApiError ? error : undefined,
  };
}

/** @param page The body, if it was not JSON: its words are shown, as its markup and JSON may hold a link or a session in any place. */
function detailsOf(
  { status, headers }: Pick<Response, "status" | "headers">,
  page: string,
  sanitize: Sanitize,
): ResponseDetails {
  const shown: Record<string, string> = {};
  headers.forEach((value, name) => {
    if (SHOWN_HEADERS.test(name)) shown[name.toLowerCase()] = sanitize(value);
  });
  // A secret with a < in it must not be cut as if it were markup.
  const words = sanitize(page, Infinity)
    .replace(MARKUP, " ")
    .replace(ENTITY, (_, name: keyof typeof SIGNS) =>
      String.fromCharCode(SIGNS[name] ?? Number(`0${name.slice(1)}`)),
    )
    .replace(JSON_TEXT, "");
  const body = sanitize(words, 200) || undefined;
  return { status, headers: shown, body };
}

/** Turns a failure into an error. It comes from the network, so a malformed envelope must not hide that the API refused. */
function apiError(
  body: unknown,
  details: ResponseDetails,
  sanitize: Sanitize,
): KwikApiError {
  const { status, error_code, error_message, error_details } = asRecord(body);
  const code = sanitize(error_code ?? "") || undefined;
  const words = sanitize(error_message ?? "");
  const errors = [error_details]
    .flat()
    .flatMap((record) => Object.entries(asRecord(asRecord(record).errors)));
  // Nobody reads more, and a server must not keep us busy.
  const fields = errors.slice(0, 100).map(([field, error]) => {
    const { message = error, rule = "unknown" } = asRecord(error);
    const shown = { message: sanitize(message), rule: sanitize(rule) };
    return [sanitize(field), shown] as const;
  });
  const advice = fields.map(([field, { message }]) => `${field}: ${message}`);
  if (code === "001") advice.unshift("check KWIK_API_KEY and KWIK_API_SECRET");

  const http = `HTTP ${details.status}`;
  let message = `${http}, not in the API's format`;
  if (code || words || status === false)
    message = `${words || "Refused"} (${code || http})`;
  // A browser shows a redirect as status 0.
  else if (/^(0|30[12378])$/.test(String(details.status)))
    message = `Redirects are not followed (${http})`;
  if (advice[0]) message += `: ${advice.join("; ")}`;
  const fieldErrors = Object.fromEntries(fields);
  return new KwikApiError(message, { ...details, code, fieldErrors });
}
