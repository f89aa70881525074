// What test runners do to the globals, and what docs/testing.md says of the mock.
import { readFile } from "node:fs/promises";
import { createContext, Script } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { asRecord, tryParseJson } from "../../src/contract/values.js";
import { createKwikClient } from "../../src/index.js";
import { mockAnswerNames } from "../../src/mock/answers.js";
import { createMockHandler } from "../../src/mock.js";
import { linkRequest } from "../http.js";

test("it loads where nothing but the language and URL is there, as in Jest's jsdom", async () => {
  const { outputFiles } = await build({
    entryPoints: [new URL("../../src/mock.ts", import.meta.url).pathname],
    ...{ bundle: true, write: false, format: "iife", globalName: "mock" },
  });
  const context = createContext({ URL });
  new Script(outputFiles[0]?.text ?? "").runInContext(context);
  const start = new Script(
    "mock.createMockHandler() && mock.startMockServer()",
  );
  await expect(start.runInContext(context)).rejects.toHaveProperty(
    "message",
    "startMockServer needs node:http: hand createMockHandler() to this runtime's own server.",
  );
});

const file = new URL("../../docs/testing.md", import.meta.url);
const guide = await readFile(file, "utf8");
const rows = [...guide.matchAll(/^\| `(\w+)` +\|(.*)\|(.*)\|(.*)\|$/gm)].map(
  (row) => row.slice(1).map((cell) => cell.trim()),
);

test("the guide's table has every name, in order", () => {
  expect(rows.map(([name]) => name)).toEqual(mockAnswerNames);
});

test.for(mockAnswerNames.map((name, at) => [name, at] as const))(
  "%s is answered as its row says",
  async ([name, at], { expect }) => {
    const [, status, code, effect = ""] = rows[at] ?? [];
    const mock = createMockHandler();
    mock.next(name);
    if (status !== "no answer") {
      const response = await mock(linkRequest());
      expect(String(response.status)).toBe(status);
      const body = asRecord(tryParseJson(await response.text()));
      expect(body.error_code ?? "").toBe(code);
    }
    mock.next(name, { times: 3 });
    const kwik = createKwikClient({ apiKey: "k", apiSecret: "s", fetch: mock });
    const timeoutMs = name === "timeout" ? 20 : 60_000;
    const ids = { customer_id: "c" };
    const call = kwik.createPortalLink(ids, { timeoutMs });
    const error = await call.catch((reason: unknown) => reason);
    expect(effect).toContain(`\`${(error as Error).name}\``);
  },
);
