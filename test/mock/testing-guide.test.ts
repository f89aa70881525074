// docs/testing.md says what the mock does.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { asRecord, parseJsonOrText } from "../../src/contract/json.js";
import { createKwikClient } from "../../src/index.js";
import { createMockHandler } from "../../src/mock.js";
import { portalPage, type PortalAction } from "../../src/mock/portal-page.js";
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

test("its list of data-testid is the page's", () => {
  const actions: Record<PortalAction, 1> = {
    cancel: 1,
    reactivate: 1,
    select: 1,
    update: 1,
  };
  const { body } = portalPage(
    {
      request: {
        customer_id: "c",
        subscription_id: "s",
        settings: { redirect_url: "https://my.example" },
      },
      expiresAt: 0,
      subscription: "active",
      product: "pro_a",
      billingName: "",
    },
    Object.keys(actions) as PortalAction[],
    ["pro_a", "pro_b"],
  );
  const shown = [...body.matchAll(/data-testid="([\w-]+)"/g)];
  const [, list = ""] = /by `data-testid`: (.*)\. Each/.exec(guide) ?? [];
  const listed = [...list.matchAll(/`([\w-]+)`/g)];
  expect(new Set(listed.map(([, id]) => id))).toEqual(
    new Set(shown.map(([, id]) => id)),
  );
});
