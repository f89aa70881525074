// Whatever an account or a provider is called, a report stays what it is.
import { marked } from "marked";
import { expect, test } from "vitest";
import { createMockHandler } from "../../src/mock.js";
import { json } from "../../src/verify/reports/json.js";
import { junit } from "../../src/verify/reports/junit.js";
import { markdown } from "../../src/verify/reports/markdown.js";
import type { Report } from "../../src/verify/reports/summary.js";
import { terminal } from "../../src/verify/reports/terminal.js";
import { rulesOf } from "../../src/verify/rules.js";
import { readContract } from "../../src/verify/contract.js";
import { verify } from "../../src/verify/verify.js";
import { bodies, type Fields } from "./gallery/providers.js";

const HOSTILE =
  "c'\"]]>&<script>|`` ```\n# @you \u0000\u001b[31m\u009b31m\u202e\ufffe\ud800";

/** Every rule of a link is broken, with a value that would break a report; and wrong credentials are accepted. */
async function report(customerId: string): Promise<Report> {
  const change = bodies("both", (body) =>
    JSON.parse(
      JSON.stringify(body, (_, value: unknown) =>
        typeof value === "string" ? HOSTILE : value,
      ),
    ),
  );
  const provider = change();
  const anyKey = createMockHandler();
  const verification = await verify({
    ...{
      apiKey: "key_gallery_abc123",
      apiSecret: "secret_gallery_do_not_show",
    },
    ...{ customerId, subscriptionId: undefined },
    baseUrl: "https://provider.example/2.0",
    fetch: (request) =>
      request.headers.get("authorization")?.length === 65
        ? anyKey(request)
        : provider(request),
  });
  return { ...verification, version: "1.2.3", date: new Date(0) };
}

test("JUnit: a test for each rule, by its id, well-formed", async () => {
  const text = junit(await report(HOSTILE));
  const ids = rulesOf(readContract()).map(({ id }) => id);
  const names = [
    ...text.matchAll(
      /<testcase classname="kwik-portal-link" name="(.*?)" time="\d+\.\d{3}">/g,
    ),
  ];
  expect(names.map(([, name]) => name)).toEqual(ids);
  expect(text).toContain('timestamp="1970-01-01T00:00:00"');
  expect(text).toMatch(
    /<failure message="[^"]+">[^<]+curl -X POST [^<]+<\/failure>/,
  );
  const left = text
    .replace('<?xml version="1.0" encoding="UTF-8"?>', "")
    .replace(
      /<\/?(testsuites?|properties|property|testcase|failure|skipped|system-out)( [a-z]+="[^"<]*")*\/?>/g,
      "",
    )
    .replace(/&#\d+;/g, "");
  expect(left).not.toMatch(/[<>&"']/);
  // XML refuses most control characters, and half a character.
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\p{Cs}|\ufffe/u);
});

test("Markdown: the counts, what failed, the rest folded away; nothing else", async () => {
  const text = markdown(await report(HOSTILE));
  const tokens = marked.lexer(text).filter(({ type }) => type !== "space");
  expect(tokens.map(({ type }) => type)).toEqual([
    ...["heading", "paragraph", "table"],
    ...["html", "code", "html"],
    ...["html", "table", "html"],
  ]);
  expect(text).toMatch(/^## ✗ \d+ failed · \d+ passed · \d+ skipped\n/);
  expect(text).toContain(
    "`https://provider.example/2.0` · kwik-portal-link 1.2.3 · 1970-01-01T00:00:00.000Z",
  );
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
});

test("JSON: the documented shape", async () => {
  const shown = JSON.parse(json(await report("cus_mine"))) as Fields;
  expect(shown).toMatchObject({
    package: "kwik-portal-link@1.2.3",
    date: "1970-01-01T00:00:00.000Z",
    provider: "https://provider.example/2.0",
    outcome: "failed",
    summary: expect.stringMatching(/^✗ /) as string,
    counts: { failed: expect.any(Number) as number },
  });
  const rules = shown.rules as Fields[];
  expect(rules.find(({ id }) => id === "echo.customer_id")).toEqual({
    id: "echo.customer_id",
    verdict: "skipped",
    must: "result.customer_id must be as in the request, and absent when the request has none.",
    says: "The customer the link is for, as in the request.",
    source: "page",
    findings: [],
    why: "No response showed it, or the one that did broke another rule first.",
  });
  expect(
    rules.find(({ id }) => id === "response.result.link_url.format"),
  ).toMatchObject({
    verdict: "failed",
    findings: [
      {
        message: expect.stringMatching(/^result\.link_url must be /) as string,
        requests: expect.arrayContaining([
          "noSubscription",
          "every value, 1",
        ]) as string[],
        curl: expect.stringMatching(/^curl -X POST /) as string,
      },
    ],
  });
});

test("terminal: no escape but its own colours", async () => {
  const lines = terminal(await report(HOSTILE), true).join("\n");
  const own = new RegExp(String.raw`\x1b\[(0|3\d|90)m`, "g");
  expect(lines).toMatch(own);
  expect(lines.replace(own, "")).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
});
