// The workflows cannot be run here. This reads what would break or expose them.
import { readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import packageJson from "../package.json" with { type: "json" };
import { readGuides, samplesIn } from "./guides/read-guides.js";
import { findingsIn, unpinned, type Workflow } from "./workflow-findings.js";

const read = (path: string) => readFileSync(path, "utf8");
const files = (folder: string, end: string) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => path.endsWith(end) && !path.includes("node_modules/"))
    .map((path) => `${folder}/${path}`);
const workflows = [
  ...files(".github/workflows", ".yml"),
  ...files(".github/actions", ".yml"),
].map((path) => [path, read(path)] as const);
const jobs = workflows.flatMap(([, text]) =>
  Object.values((parse(text) as Workflow).jobs ?? {}),
);

test.for(workflows)("%s exposes nothing", ([, text]) => {
  expect(findingsIn(text)).toEqual([]);
});

test.for([
  ["ci", / # v\d+\S+/, "", /@\w{40} is not pinned/],
  ["ci", /@\w{40} # v(\d+)\S+/, "@v$1", /@v\d+ is not pinned/],
  [
    "ci",
    /pull_request:/,
    "pull_request_target:",
    /^pull_request_target starts/,
  ],
  ["ci", /permissions:\n.*\n/, "", /^Every job has more rights/],
  ["ci", /contents: read/, "contents: write", /^Every job has more rights/],
  ["ci", /concurrency:\n( {2}.*\n)+/, "", /^Two runs/],
  ["ci", /timeout-minutes: .*/, "", /can run for more than an hour/],
  ["ci", /persist-credentials: false/, "", /keeps its credentials/],
  ["ci", /run: .ci\/run/, "run: echo ${{ github.head_ref }}", /expression/],
  ["ci", /path: .*/, "path: .", /^An artifact/],
  ["nightly", /run: npm ci/, "env: { A: '${{ secrets.A }}' }", /uses secrets/],
  ["release", /contents: read/, "contents: write", /^build can write, and/],
  ["release", /package-manager-cache: .*/, "cache: npm", /^build publishes/],
  ["docs", /package-manager-cache: .*/, "", /^build publishes/],
  ["docs", /pages: read/, "pages: write", /^build can write, and/],
] as const)("%s.yml without %s is found", ([name, part, other, finding]) => {
  const text = read(`.github/workflows/${name}.yml`);
  const edited = text.replace(part, other);
  expect(edited).not.toBe(text);
  expect(findingsIn(edited)).toContainEqual(expect.stringMatching(finding));
});

test("an action has one version in all workflows", () => {
  const uses = jobs.flatMap(({ steps = [] }) =>
    steps.flatMap(({ uses }) => uses ?? []),
  );
  const actions = new Set(uses.map((uses) => uses.split("@")[0]));
  expect(new Set(uses).size).toBe(actions.size);
});

test("the guides' recipes pin their actions as well", async () => {
  const recipes = Object.values(await readGuides()).flatMap((guide) =>
    samplesIn(guide, "yaml"),
  );
  // The hash of this package's own action is that of the release that the reader takes.
  const hash = "0".repeat(40);
  const filled = recipes.join("").replaceAll("@COMMIT ", `@${hash} `);
  expect(filled).toContain(hash);
  expect(unpinned(filled)).toEqual([]);
});

test("every npm script that a workflow names exists, and every slow one is run by one", () => {
  const scripts = Object.keys(packageJson.scripts);
  const texts = [...workflows.map(([, text]) => text), read(".ci/run")].join();
  const named = [
    ...[...texts.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(
      ([, script = ""]) => script,
    ),
    ...jobs.flatMap(({ strategy }) => strategy?.matrix.script ?? []),
  ];
  expect(scripts).toEqual(expect.arrayContaining(named));
  const slow = scripts.filter((name) => /^(test:|bench)/.test(name));
  expect(named).toEqual(expect.arrayContaining(slow));
});

test("Dependabot watches every lock file, in groups, and takes nothing of the last week", () => {
  const { updates } = parse(read(".github/dependabot.yml")) as {
    updates: {
      directories: string[];
      cooldown: { "default-days": number };
      groups: object;
    }[];
  };
  const locks = [
    "package-lock.json",
    ...files("bench", "package-lock.json"),
    ...files("test", "package-lock.json"),
  ];
  expect(updates[0]?.directories.toSorted()).toEqual(
    locks.map((path) => `/${dirname(path).replace(/^\.$/, "")}`).toSorted(),
  );
  for (const { cooldown, groups } of updates) {
    expect(cooldown["default-days"]).toBeGreaterThanOrEqual(7);
    expect(Object.keys(groups)).toHaveLength(1);
  }
});
