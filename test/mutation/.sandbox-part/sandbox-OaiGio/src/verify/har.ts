// @ts-nocheck
import { asRecord, tryParseJson } from "../contract/json.js";
import { violationsOf } from "../contract/violations.js";
import { readContract, type Contract } from "./contract.js";
import { judge, type Exchange } from "./judge.js";
import type { Probe } from "./probes.js";
import { ruleAt } from "./rule-at.js";
import { rulesOf, type Rule } from "./rules.js";
import { concluded, type Verification } from "./verify.js";

export interface HarOptions {
  /** The text of the HAR file. */
  har: string;
  /** What a report calls the recording. */
  name: string;
  /** Where the provider was. @default anywhere */
  baseUrl?: string | undefined;
  /** Warnings count as failures. @default false */
  isStrict?: boolean;
  /** @default the package's own */
  contract?: Contract;
}

export interface HarVerification extends Verification {
  /** How many entries were judged, are about something else, or lack a body or a response. */
  entries: { judged: number; others: number; incomplete: number };
}

/**
 * Holds recorded exchanges against the contract, and sends nothing.
 *
 * @throws {Error} it is no HAR.
 */
export function verifyHar({
  har,
  name,
  baseUrl,
  isStrict = false,
  contract = readContract(),
}: HarOptions): HarVerification {
  const { entries } = asRecord(asRecord(tryParseJson(har)).log);
  if (!Array.isArray(entries)) throw new Error("It is no HAR: it has no log.");
  const { operation } = contract;
  const rules = rulesOf(contract);
  const ours = entries
    .map((entry: unknown, index) => ({ entry, number: index + 1 }))
    .filter(({ entry }) => {
      const { method, url } = asRecord(asRecord(entry).request);
      if (method !== operation.method || !URL.canParse(String(url)))
        return false;
      const { origin, pathname } = new URL(String(url));
      return baseUrl === undefined
        ? pathname.endsWith(operation.path)
        : origin + pathname === baseUrl + operation.path;
    });
  const exchanges = ours.flatMap(
    ({ entry, number }) => exchangeOf(contract, rules, entry, number) ?? [],
  );
  const judged = exchanges.map((exchange) => ({
    ...exchange,
    ...judge(contract, rules, exchange),
  }));
  const stopped =
    judged.length > 0
      ? undefined
      : `none of the ${entries.length} entries is a ${operation.method} …${operation.path} with its response`;
  return {
    ...concluded(name, rules, judged, isStrict, stopped),
    entries: {
      judged: judged.length,
      others: entries.length - ours.length,
      incomplete: ours.length - judged.length,
    },
  };
}

/** @returns `undefined` when the recording lacks the request's body, or a response. */
function exchangeOf(
  { operation, examples }: Contract,
  rules: readonly Rule[],
  entry: unknown,
  number: number,
): Exchange | undefined {
  const { request, response, startedDateTime, time } = asRecord(entry);
  const { postData, url, bodySize } = asRecord(request);
  const { status, content } = asRecord(response);
  const sent = textOf(postData) ?? (bodySize === 0 ? "" : undefined);
  const isEmpty =
    asRecord(content).size === 0 || asRecord(response).bodySize === 0;
  const body = textOf(content) ?? (isEmpty ? "" : undefined);
  if (sent === undefined || body === undefined) return undefined;
  if (typeof status !== "number" || status < 100) return undefined;
  const asked = tryParseJson(sent);
  const broken = violationsOf(operation.request, asked).map(
    (violation) => ruleAt(rules, "request", violation).id,
  );
  const example = Object.entries(examples).find(
    ([, { value }]) => fieldsOf(value) === fieldsOf(asked),
  );
  // Refused for its credentials or its haste, it was not looked at.
  const isLookedAt = ![401, 403, 429].includes(status);
  const at = Date.parse(String(startedDateTime)) + (Number(time) || 0);
  const probe: Probe = {
    title: `entry ${number}`,
    must: `The request of entry ${number} must be refused.`,
    // A valid request may have been refused for its credentials or its ids.
    expects: broken.length > 0 ? "refusal" : "either",
    rules:
      broken.length > 0 && isLookedAt
        ? [...new Set(broken)]
        : example
          ? [`accepted.${example[0]}`]
          : [],
    credentials: "right",
    body: sent,
  };
  const { origin } = new URL(String(url));
  return {
    probe,
    baseUrl: `${origin}/`,
    response: {
      status,
      mediaType: headerOf(response, "content-type") ?? "",
      body,
      at: Number.isNaN(at) ? undefined : at,
      durationMs: Number(time) || 0,
    },
  };
}

function fieldsOf(message: unknown): string {
  return Object.keys(asRecord(message)).sort().join();
}

function textOf(content: unknown): string | undefined {
  const { text, encoding } = asRecord(content);
  if (typeof text !== "string") return undefined;
  return encoding === "base64" ? Buffer.from(text, "base64").toString() : text;
}

function headerOf(response: unknown, name: string): string | undefined {
  const { headers } = asRecord(response);
  const header = (Array.isArray(headers) ? headers : [])
    .map(asRecord)
    .find((one) => String(one.name).toLowerCase() === name);
  return header && String(header.value);
}
