// @ts-nocheck
// The workflows cannot be run here. This reads what would break or expose them.
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import packageJson from "../package.json" with { type: "json" };

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Job {
  uses?: string;
  permissions?: unknown;
  "timeout-minutes"?: number;
  strategy?: { matrix: { script?: string[] } };
  steps?: Step[];
}
interface Workflow {
  permissions?: unknown;
  concurrency?: unknown;
  jobs: Record<string, Job>;
}

const workflows = readdirSync(".github/workflows").map(
  (name) => [name, readFileSync(`.github/workflows/${name}`, "utf8")] as const,
);

test.for(workflows)("%s: every npm script it runs exists", ([, text]) => {
  const { jobs } = parse(text) as Workflow;
  const named = [...text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(
    ([, script]) => script,
  );
  const listed = Object.values(jobs).flatMap(
    ({ strategy }) => strategy?.matrix.script ?? [],
  );
  expect(Object.keys(packageJson.scripts)).toEqual(
    expect.arrayContaining([...named, ...listed]),
  );
});

test.for(workflows)(
  "%s: no job has more rights or time than it names, and no checkout keeps its credentials",
  ([, text]) => {
    const { permissions, concurrency, jobs } = parse(text) as Workflow;
    expect([{}, { contents: "read" }]).toContainEqual(permissions);
    expect(concurrency).toBeDefined();
    for (const [name, job] of Object.entries(jobs)) {
      if (!job.uses) expect(job["timeout-minutes"], name).toBeLessThan(60);
      for (const { uses, with: inputs } of job.steps ?? [])
        if (uses?.startsWith("actions/checkout@"))
          expect(inputs?.["persist-credentials"], name).toBe(false);
    }
  },
);

test.for(workflows)(
  "%s: text that someone else may have written never becomes part of a script",
  ([, text]) => {
    for (const { steps = [] } of Object.values((parse(text) as Workflow).jobs))
      for (const { run = "" } of steps)
        expect(run.replace("${{ matrix.script }}", "")).not.toContain("${{");
  },
);
