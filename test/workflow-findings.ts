import { parse } from "yaml";

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Job {
  uses?: string;
  permissions?: Record<string, string> | "write-all";
  "timeout-minutes"?: number;
  strategy?: { matrix: { script?: string[] } };
  steps?: Step[];
}
/** A workflow, or an action made of steps. */
export interface Workflow {
  on?: unknown;
  permissions?: Record<string, string>;
  concurrency?: unknown;
  jobs?: Record<string, Job>;
  runs?: { steps: Step[] };
}

/** Each starts a run for an event of one's own repository, or for a pull request without its secrets. */
const TRIGGERS =
  /^(push|pull_request|schedule|workflow_dispatch|workflow_call)$/;
const writes = (rights: Job["permissions"] = {}) =>
  rights === "write-all" || Object.values(rights).includes("write");

/** What would let a stranger, a moved tag or a stored cache into a run, or leave one running: a sentence each. */
export function findingsIn(text: string): string[] {
  const { on, permissions, concurrency, jobs, runs } = parse(text) as Workflow;
  const findings = unpinned(text).map((uses) => `${uses} is not pinned.`);
  if (/secrets[.:[]/.test(text)) findings.push("It uses secrets.");
  for (const step of runs?.steps ?? []) findings.push(...findingsOf(step));
  if (!jobs) return findings;

  for (const trigger of [on].flat().flatMap(names))
    if (!TRIGGERS.test(trigger)) findings.push(`${trigger} starts it.`);
  if (!permissions || !/^(|contents:read)$/.test(String(rights(permissions))))
    findings.push("Every job has more rights than to read the contents.");
  if (!concurrency) findings.push("Two runs can be under way at once.");
  const publishes = Object.values(jobs).some((job) => writes(job.permissions));
  for (const [name, job] of Object.entries(jobs)) {
    const { steps = [] } = job;
    if (!job.uses && !(Number(job["timeout-minutes"]) <= 60))
      findings.push(`${name} can run for more than an hour.`);
    if (writes(job.permissions) && steps.some(runsTheRepository))
      findings.push(`${name} can write, and runs code of the repository.`);
    for (const step of steps) {
      findings.push(...findingsOf(step));
      if (publishes && mayUseCache(step))
        findings.push(`${name} publishes what a cache may have changed.`);
    }
  }
  return findings;
}

const names = (on: unknown) =>
  typeof on === "object" && on ? Object.keys(on) : [String(on)];
const rights = (permissions: Record<string, string>) =>
  Object.entries(permissions).map((right) => right.join(":"));
const isOf = (step: Step, action: string) =>
  step.uses?.startsWith(`actions/${action}@`);
const runsTheRepository = (step: Step) =>
  isOf(step, "checkout") || /npm (ci|run|install)|npx/.test(step.run ?? "");
const mayUseCache = (step: Step) =>
  isOf(step, "cache") ||
  (isOf(step, "setup-node") &&
    (step.with?.cache || step.with?.["package-manager-cache"] !== false));

function findingsOf(step: Step): string[] {
  const findings: string[] = [];
  // The value would become part of the script. A variable of the environment does not.
  if (step.run?.includes("${{"))
    findings.push(`"${step.run}" has an expression.`);
  if (isOf(step, "checkout") && step.with?.["persist-credentials"] !== false)
    findings.push("A checkout keeps its credentials.");
  // The whole folder has .git and what the checkout left there.
  if (
    isOf(step, "upload-artifact") &&
    !/^\w+(\/[\w.]+)*$/.test(String(step.with?.path))
  )
    findings.push("An artifact is more than a folder of its own.");
  return findings;
}

/** Other actions than those of this repository must be named by a full commit hash, with the version beside it. */
export function unpinned(text: string): string[] {
  return [...text.matchAll(/\buses: (.*)/g)]
    .map(([, uses = ""]) => uses)
    .filter(
      (uses) => !/^(\.\/.*|[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(uses),
    );
}
