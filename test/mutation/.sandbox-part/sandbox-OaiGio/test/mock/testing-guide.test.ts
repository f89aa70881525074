// @ts-nocheck
// docs/testing.md says what the mock does.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { asRecord, parseJsonOrText } from "../../src/contract/json.js";
import { createKwikClient } from "../../src/index.js";
import { createMockHandler } from "../../src/mock.js";
import { mockAnswerNames } from "../../src/mock/mocked-operations.js";
import { linkRequest } from "../link-request.js";

const guide = await readFile(
  new URL("../../docs/testing.md", import.meta.url),
  "utf8",
);
const rows = [...guide.matchAll(/^\| `(\w+)` +\|(.*)\|(.*)\|(.*)\|$/gm)].map(
  ([, name = "", ...cells]) => ({
    name,
    cells: cells.map((cell) => cell.trim()),
  }),
);

test("its table has every name, in order", () => {
  expect(rows.map(({ name }) => name)).toEqual(mockAnswerNames);
});

test.for(mockAnswerNames.map((name, at) => [name, at] as const))(
  "%s is answered as its row says",
  async ([name, at], { expect }) => {
    const [status, code, effect] = rows[at]?.cells ?? [];
    const mock = createMockHandler();
    if (status === "no answer")
      expect(["timeout", "connectionLost"]).toContain(name);
    else {
      mock.next(name);
      const response = await mock(linkRequest({ customer_id: "c" }));
      expect(String(response.status)).toBe(status);
      const body = asRecord(parseJsonOrText(await response.text()));
      expect(body.error_code ?? "").toBe(code);
    }
    mock.next(name, { times: 3 });
    const kwik = createKwikClient({ apiKey: "k", apiSecret: "s", fetch: mock });
    const create = (ids: { customer_id: string; subscription_id?: string }) =>
      kwik.createPortalLink(ids, {
        timeoutMs: name === "timeout" ? 20 : 10_000,
      });
    const error: unknown = await create({ customer_id: "c" }).catch(
      (reason: unknown) => reason,
    );
    expect(effect).toContain(`\`${(error as Error).name}\``);
    if (!/returns|the same/.test(effect ?? "")) return;
    const ids = {
      customer_id: "cus_abc123",
      ...(name !== "noSubscription" && { subscription_id: "sub_abc123" }),
    };
    expect(await create(ids)).toMatchObject(ids);
  },
);

test("its list of data-testid is the page's", async () => {
  const sources = await Promise.all(
    ["portal-page", "portal"].map((name) =>
      readFile(new URL(`../../src/mock/${name}.ts`, import.meta.url), "utf8"),
    ),
  );
  const listed = /by `data-testid`: (.*)\. Each/.exec(guide)?.[1] ?? "";
  const ids = [...listed.matchAll(/`([\w-]+)`/g)].map(([, id = ""]) => id);
  const fixed = [...sources.join("").matchAll(/data-testid="([\w-]+)"/g)].map(
    ([, id]) => id,
  );
  const passed = [
    ...sources.join("").matchAll(/(?:section|form)\(\s*"([\w-]+)"/g),
  ].map(([, id]) => id);
  expect(new Set(ids)).toEqual(new Set([...fixed, ...passed]));
});
