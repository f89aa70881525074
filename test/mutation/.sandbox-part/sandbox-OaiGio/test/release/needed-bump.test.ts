// @ts-nocheck
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
  neededBump,
  promisedBump,
  type Bump,
} from "../../scripts/release/needed-bump.js";

const operation = "paths /customer-portal/link post";
const request = "components schemas PortalLinkRequest";
const settings = "components schemas PortalSettings properties";
const link = "components schemas PortalLink";
const text = { type: "string" };

/** An edit, what it demands, and how it is made: the keys to a value, and the new value. */
const edits: [edit: string, Bump, keys: string, value?: unknown][] = [
  ["nothing", "none", "openapi", "3.1.0"],
  ["a sentence", "patch", `${link} description`, "Another sentence."],
  ["an optional request field", "minor", `${settings} note`, text],
  ["a required request field", "major", `${request} required 1`, "settings"],
  ["a request field less", "major", `${settings} page_title`],
  ["another type", "major", `${settings} page_title type`, "integer"],
  ["a limit", "major", `${request} properties customer_id maxLength`, 8],
  ["an enum less", "major", "components schemas CancelType enum", ["NOW"]],
  ["a new response field", "minor", `${link} properties note`, text],
  ["a response field less", "major", `${link} properties expires_at`],
  ["a field that may be missing", "major", `${link} required`, ["link_url"]],
  ["no operation", "major", operation],
  ["no authentication", "major", "security"],
  [
    "another authentication",
    "major",
    "components securitySchemes ApiKeyAndSecret scheme",
    "bearer",
  ],
  ["no echo", "major", `${operation} x-echoes`],
];

test.for(edits)("%s: %s", async ([, bump, keys, value]) => {
  const folder = await mkdtemp(join(tmpdir(), "kwik-bump-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const released = await readFile("generated/openapi.json", "utf8");
  const edited = JSON.parse(released) as Record<string, unknown>;
  const [last = "", ...parents] = keys.split(" ").reverse();
  const parent = parents
    .reverse()
    .reduce((node, key) => node[key] as typeof node, edited);
  parent[last] = value;
  const revision = join(folder, "openapi.json");
  await writeFile(revision, JSON.stringify(edited));
  const result = await neededBump("generated/openapi.json", revision);
  expect(result).toMatchObject({ bump });
});

test.for([
  ["1.2.3", "1.2.3", "none"],
  ["1.2.3", "1.2.4", "patch"],
  ["1.2.3", "1.3.0", "minor"],
  ["1.2.3", "2.0.0", "major"],
  ["1.2.3", "1.1.9", "none"],
  ["0.1.0", "0.1.1", "minor"],
  ["0.1.0", "0.2.0", "major"],
  ["0.9.0", "1.0.0", "major"],
] as const)("from %s to %s promises %s", ([from, to, promised]) => {
  expect(promisedBump(from, to)).toBe(promised);
});
