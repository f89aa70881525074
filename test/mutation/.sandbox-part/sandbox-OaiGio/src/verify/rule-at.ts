// @ts-nocheck
import type { ContractViolation } from "../contract/violations.js";
import { idOf, type Rule, type Side } from "./rules.js";
import { fieldOf } from "./schema-rules.js";

/** The rule that a violation breaks, and its field: as the contract has it, because the fields of a map may have any name. */
export function ruleAt(
  rules: readonly Rule[],
  side: Side,
  { field: name, rule: keyword }: ContractViolation,
): { id: string; field: string; isListed: boolean } {
  const isAt = ({ on }: Rule, isUnknown = false) => {
    if (on?.side !== side) return false;
    const steps = on.path.map((step) => STEPS[step] ?? escaped(step));
    const pattern = [...steps, ...(isUnknown ? [".+"] : [])].join("\\.");
    return new RegExp(`^${pattern}$`, "s").test(name);
  };
  const stated = rules.findLast(
    (rule) =>
      rule.on?.keyword === keyword &&
      isAt(rule, keyword === "additionalProperties"),
  );
  const { on } = stated ?? rules.findLast((rule) => isAt(rule)) ?? {};
  const path = on?.path ?? [];
  return {
    id: stated?.id ?? idOf(side, path, keyword),
    field: fieldOf(path),
    isListed: stated !== undefined,
  };
}

const STEPS: Record<string, string> = { "[]": "\\d+", "*": ".+" };
const escaped = (text: string) => text.replace(/[^\w]/g, "\\$&");
