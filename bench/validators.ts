// npm run bench:validators: the generated validators beside checks of the same rules, written by hand.
import {
  PortalLinkRequest,
  PortalLinkResponse,
} from "../generated/validators.js";
// What the generated code has written out.
import { formats } from "../scripts/generate/validators/formats.js";
import { answer, request } from "./answers.js";
import { interleaved, median, ratioOf } from "./interleaved.js";

const BUDGET = 2;
const ROUNDS = 200;
const CALLS = 2000;

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isString = (value: unknown) => typeof value === "string";
const isOptionalString = (value: unknown) =>
  value === undefined || typeof value === "string";
const isOptionalBoolean = (value: unknown) =>
  value === undefined || typeof value === "boolean";
// By their regular expressions alone, so a little less than the generated code checks.
const hasFormat = (format: string, value: unknown) =>
  typeof value === "string" && formats[format]?.regexp.test(value) === true;
/** At most 32 code points, of which a text has never more than UTF-16 units. */
const isShort = (value: unknown) =>
  typeof value === "string" && (value.length <= 32 || [...value].length <= 32);

function isRequest(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const name in value) if (!isRequestField(name)) return false;
  return (
    isString(value.customer_id) &&
    isOptionalString(value.subscription_id) &&
    (value.settings === undefined || isSettings(value.settings))
  );
}

function isSettings(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const name in value) if (!isSetting(name)) return false;
  const { cancel_type, products_ids, redirect_url } = value;
  return (
    isOptionalBoolean(value.show_invoices) &&
    isOptionalBoolean(value.show_billing_info) &&
    isOptionalBoolean(value.allow_update_billing_info) &&
    isOptionalBoolean(value.allow_cancel) &&
    (cancel_type === undefined ||
      cancel_type === "NOW" ||
      cancel_type === "AFTER_BILLING_PERIOD") &&
    isOptionalBoolean(value.allow_switch_plan) &&
    (products_ids === undefined ||
      (Array.isArray(products_ids) && products_ids.every(isString))) &&
    (redirect_url === undefined || hasFormat("uri", redirect_url)) &&
    isOptionalString(value.page_title)
  );
}

function isResponse(value: unknown): boolean {
  if (!isObject(value) || value.status !== true) return false;
  const { result } = value;
  return (
    isObject(result) &&
    isString(result.id) &&
    isShort(result.session_id) &&
    isShort(result.customer_id) &&
    (result.subscription_id === undefined || isShort(result.subscription_id)) &&
    hasFormat("uri", result.link_url) &&
    hasFormat("date-time", result.expires_at)
  );
}

// A switch, because a Set takes three times as long.
function isRequestField(name: string): boolean {
  switch (name) {
    case "customer_id":
    case "subscription_id":
    case "settings":
      return true;
    default:
      return false;
  }
}

function isSetting(name: string): boolean {
  switch (name) {
    case "show_invoices":
    case "show_billing_info":
    case "allow_update_billing_info":
    case "allow_cancel":
    case "cancel_type":
    case "allow_switch_plan":
    case "products_ids":
    case "redirect_url":
    case "page_title":
      return true;
    default:
      return false;
  }
}

/** ns per call. Copies, because messages come from JSON.parse and each is a new one. */
function timeOf(check: (value: unknown) => boolean, example: unknown) {
  const copies = Array.from({ length: 16 }, () => structuredClone(example));
  return () => {
    let valid = 0;
    const start = performance.now();
    for (let i = 0; i < CALLS; i++) if (check(copies[i % 16])) valid++;
    const time = performance.now() - start;
    if (valid !== CALLS) throw new Error("A valid example was refused.");
    return (time / CALLS) * 1e6;
  };
}

const measures = {
  generatedRequest: timeOf((value) => !PortalLinkRequest(value), request),
  byHandRequest: timeOf(isRequest, request),
  generatedResponse: timeOf((value) => !PortalLinkResponse(value), answer),
  byHandResponse: timeOf(isResponse, answer),
};
await interleaved(20, measures); // until everything is compiled
const times = await interleaved(ROUNDS, measures);
const sum = (one: number[], other: number[]) =>
  one.map((time, round) => time + (other[round] ?? NaN));
const generated = sum(times.generatedRequest, times.generatedResponse);
const byHand = sum(times.byHandRequest, times.byHandResponse);

console.log("ns per call           generated   by hand   ratio");
report("PortalLinkRequest", times.generatedRequest, times.byHandRequest);
report("PortalLinkResponse", times.generatedResponse, times.byHandResponse);
report("both", generated, byHand);
console.log(
  `budget ${BUDGET} for both (medians of ${ROUNDS} interleaved rounds)`,
);
if (ratioOf(generated, byHand) > BUDGET) process.exitCode = 1;

function report(name: string, ours: number[], theirs: number[]): void {
  const cells = [median(ours), median(theirs)].map((time) =>
    time.toFixed(0).padStart(10),
  );
  const ratio = ratioOf(ours, theirs).toFixed(2).padStart(8);
  console.log(name.padEnd(21) + cells.join("") + ratio);
}
