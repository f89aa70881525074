import { allRules, needsSubscription } from "./cases.js";
import type { Probe, Rule, VerifyOptions } from "./cases.js";
import { isWithin, type Observation } from "./judge-fields.js";
import type { Exchange } from "./judge.js";

/** How one response breaks a rule. */
export interface Finding extends Observation {
  rule: Rule;
  request: string;
  status: number;
  /** A command that repeats it. */
  curl: string;
}

export interface Verdict {
  rule: Rule;
  verdict: "failed" | "passed" | "skipped" | "warning" | "allowed";
  findings: Finding[];
  why?: string;
}

/** Why a rule is skipped that cannot be judged because another one is broken, whose id follows. */
export const FOLLOWS = "It follows from ";
const UNSHOWN = "No response showed it.";
const UNSENT = "It needs a subscription, which --subscription names.";
const UNPROVEN =
  "It shows nothing: the first request was not accepted once more.";

/** A rule passes when a response showed that it is kept, and none that it is broken. */
export function verdictsOf(
  exchanges: readonly Exchange[],
  options: VerifyOptions,
): Verdict[] {
  const isRight = ({ probe }: Exchange) => probe.credentials === "right";
  const isProven = exchanges.findLast(isRight)?.kind === "success";
  const told = exchanges.flatMap(({ observations, probe, response }) =>
    observations.map((one) => ({
      ...{ ...one, request: probe.title, status: response.status },
      curl: curlOf(one.id, probe, options),
    })),
  );
  const broken = told.flatMap(({ id, cause }) => (cause ? id : []));
  const { account, allowed = [], isStrict } = options;
  return allRules.map((rule): Verdict => {
    const { id, keyword, isWarning } = rule;
    const observed = told.filter((one) => one.id === id);
    if (broken.includes(id)) {
      const verdict = isWarning && !isStrict ? "warning" : "failed";
      const found = observed.filter(({ cause }) => cause);
      const findings = found.map((one) => ({ ...one, rule }));
      const isAllowed = allowed.includes(id);
      return { rule, verdict: isAllowed ? "allowed" : verdict, findings };
    }
    const isUnsent = needsSubscription(rule) && !account.subscription_id;
    const isUnproven = /^(request|auth)\./.test(id) && !isProven;
    const other = isUnproven ? UNPROVEN : observed.find(({ why }) => why)?.why;
    const reason = isUnsent ? UNSENT : other;
    // A single value cannot show that values differ.
    if (!reason && observed.length > (keyword === "unique" ? 1 : 0))
      return { rule, verdict: "passed", findings: [] };
    const follows = allRules.find(
      (one) =>
        one.path?.length && isWithin(rule, one) && broken.includes(one.id),
    );
    const otherwise = follows ? FOLLOWS + follows.id : UNSHOWN;
    return { rule, verdict: "skipped", findings: [], why: reason ?? otherwise };
  });
}

/** A command that repeats a request in a POSIX shell: with the names of secrets, never with their values. */
function curlOf(
  id: string,
  { credentials, text }: Probe,
  { baseUrl, headers = [] }: VerifyOptions,
): string {
  const user = {
    right: ' -u "$KWIK_API_KEY:$KWIK_API_SECRET"',
    "wrong key": ' -u "${KWIK_API_KEY}x:$KWIK_API_SECRET"',
    "wrong secret": ' -u "$KWIK_API_KEY:${KWIK_API_SECRET}x"',
    malformed: " -H 'Authorization: Basic %%%'",
    none: "",
  }[credentials];
  const added = headers.map(([name]) => {
    const variable = name.toUpperCase().replace(/^\d|\W/g, "_");
    return ` -H ${quoted(`${name}: `)}"$${variable}"`;
  });
  const url = quoted(`${baseUrl}/customer-portal/link`);
  const curl = `curl -X POST ${url}${user} -H 'Content-Type: application/json'${added.join("")} -d ${quoted(text)}`;
  return id.endsWith(".unique") ? `for run in 1 2; do ${curl}; done` : curl;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
