// Every code sample of the reference is run as it stands, but for the host, against the mock.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { startMockServer } from "../../src/mock.js";
import { read, valueOf } from "./reference.js";

const mock = await startMockServer({ apiKey: "key", apiSecret: "secret" });
const folder = await mkdtemp(join(tmpdir(), "kwik-samples-"));
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});
const outfile = join(folder, "client.mjs");
const esm = { bundle: true, format: "esm", platform: "node" } as const;
await build({ entryPoints: ["src/index.ts"], outfile, ...esm });

const COMMANDS = { sh: "bash", ts: "node", python: "python3", php: "php" };

/** Runs a sample, and returns what it printed and how it ended. */
async function run(language: string, code: string) {
  const baseUrl = JSON.stringify({ baseUrl: mock.url });
  const file = join(folder, "sample.mjs");
  const local = code
    .replaceAll("https://api.kwik.co.za/2.0", mock.url)
    .replace("createKwikClient()", `createKwikClient(${baseUrl})`)
    .replace('"kwik-portal-link"', '"./client.mjs"');
  await writeFile(file, local);
  const { PATH } = process.env;
  const command = COMMANDS[language as keyof typeof COMMANDS];
  const env = { PATH, KWIK_API_KEY: "key", KWIK_API_SECRET: "secret" };
  return new Promise<string>((resolve) =>
    execFile(command, [file], { env }, (error, stdout, stderr) =>
      resolve(`${stdout}${stderr} exit ${error?.code ?? 0}`),
    ),
  );
}

const [, ...stories] = read("reference.md").split("\n### ");
const scenarios = ["noSubscription", "subscription", "advancedSettings"];
test.for(scenarios)(
  "%s: the call, what to do with a failure, and the response",
  async (scenario) => {
    const story = stories[scenarios.indexOf(scenario)] ?? "";
    const samples = [...story.matchAll(/^```(\w+)\n([^]*?)\n```$/gm)];
    const languages = samples.map(([, language]) => language);
    expect(languages).toEqual([...Object.keys(COMMANDS), "json", "json"]);
    const request = valueOf(`PortalLinkRequest.${scenario}`);
    const response = valueOf(`PortalLinkResponse.${scenario}`);
    const json = samples.splice(4).map(([, , code = ""]) => code);
    expect(JSON.parse(`[${json.join()}]`)).toEqual([request, response]);
    const body = valueOf("ErrorResponse.recordNotFound");
    for (const [, language = "", code = ""] of samples) {
      mock.reset();
      expect(await run(language, code)).toMatch(
        /expires.*\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ[^]* exit 0$/,
      );
      expect(mock.requests).toMatchObject([{ method: "POST", body: request }]);
      // curl prints the failure, and leaves it at that.
      const exit = language === "sh" ? 0 : 1;
      mock.next({ body, status: 200 });
      const failed = await run(language, code);
      expect(failed).toMatch(/007.*Record|Record not found.*007/);
      expect(failed.endsWith(` exit ${exit}`)).toBe(true);
    }
  },
);
