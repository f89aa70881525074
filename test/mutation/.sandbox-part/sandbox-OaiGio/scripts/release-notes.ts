// @ts-nocheck
// npm run --silent release:notes vX.Y.Z: prints what the release says, once tag, package.json and CHANGELOG.md agree.
import { readFile } from "node:fs/promises";
import process from "node:process";
import packageJson from "../package.json" with { type: "json" };
import { releaseNotes } from "./release/release-notes.js";

const [tag = ""] = process.argv.slice(2);
try {
  const changelog = await readFile("CHANGELOG.md", "utf8");
  console.log(releaseNotes(tag, packageJson.version, changelog));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
