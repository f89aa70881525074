import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import {
  neededBump,
  promisedBump,
  type Bump,
} from "../../scripts/release/needed-bump.js";
import { contract } from "../contract/document.js";

/* eslint-disable @typescript-eslint/no-explicit-any */
type Edit = (contract: any, schemas: any, operation: any) => unknown;

const edits: [string, Bump, Edit][] = [
  ["nothing", "none", () => {}],
  [
    "a sentence",
    "patch",
    (_, { PortalLink }) => (PortalLink.description += " Really."),
  ],
  [
    "an optional request field",
    "minor",
    (_, { PortalSettings }) =>
      (PortalSettings.properties.note = { type: "string" }),
  ],
  [
    "a required request field",
    "major",
    (_, { PortalLinkRequest }) =>
      PortalLinkRequest.required.push("subscription_id"),
  ],
  [
    "a request field less",
    "major",
    (_, { PortalSettings }) => delete PortalSettings.properties.page_title,
  ],
  [
    "a request field of another type",
    "major",
    (_, { PortalSettings }) =>
      (PortalSettings.properties.page_title = { type: "integer" }),
  ],
  [
    "a limit on a request field",
    "major",
    (_, { PortalLinkRequest }) =>
      (PortalLinkRequest.properties.customer_id.maxLength = 8),
  ],
  [
    "a value of a request's enum less",
    "major",
    (_, { CancelType }) => CancelType.enum.pop(),
  ],
  [
    "a new response field",
    "minor",
    (_, { PortalLink }) => (PortalLink.properties.note = { type: "string" }),
  ],
  [
    "a response field less",
    "major",
    (_, { PortalLink }) => delete PortalLink.properties.expires_at,
  ],
  [
    "a response field that may be missing",
    "major",
    (_, { PortalLink }) => PortalLink.required.pop(),
  ],
  [
    "another path",
    "major",
    (document) =>
      (document.paths = { "/links": document.paths["/customer-portal/link"] }),
  ],
  ["no authentication", "major", (document) => delete document.security],
  [
    "another authentication",
    "major",
    (document) =>
      ((Object.values(document.components.securitySchemes)[0] as any).scheme =
        "bearer"),
  ],
  ["an echo less", "major", (_, __, operation) => delete operation["x-echoes"]],
];

test.for(edits)("%s: %s", async ([, bump, edit]) => {
  const folder = await mkdtemp(join(tmpdir(), "kwik-bump-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const edited: any = structuredClone(contract);
  edit(
    edited,
    edited.components.schemas,
    edited.paths["/customer-portal/link"].post,
  );
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
