// The mock knows no field, path or scenario: it follows whatever the contract comes to say.
import { expect, test, vi } from "vitest";
import type { Operation } from "../../src/contract/generated.js";
import { createMockHandler, type MockAnswerName } from "../../src/mock.js";

vi.mock(import("../../src/contract/generated.js"), async (importOriginal) => {
  const original = await importOriginal();
  const { createPortalLink: operation } = original.operations;
  const created: Operation = {
    ...operation,
    path: "/shares",
    status: 201,
    echoes: [
      { response: ["share", "owner"], request: ["for", "user"] },
      { response: ["share", "note"], request: ["note"] },
      { response: ["extra", "in", "days"], request: ["days"] },
    ],
    links: [["share", "href"]],
  };
  const revoked: Operation = {
    ...operation,
    path: "/shares/revoke",
    echoes: [],
    links: [],
  };
  const share = {
    id: "shr_0123456789abcdef",
    owner: "usr_1",
    href: "https://share.example/s/0123456789",
    created_at: "2026-01-01T00:00:00Z",
    label: 'a "label"',
    code: "7",
    tags: ["x"],
  };
  const examples = {
    createShare: {
      request: {},
      success: {
        plain: { done: true, share },
        noted: { done: true, share: { ...share, note: "hello" } },
      },
      failure: { gone: { status: false, error_code: "410" } },
      fresh: {
        ids: [
          ["share", "id"],
          ["share", "parent_id"],
        ],
        times: [["share", "created_at"]],
      },
    },
    revokeShare: {
      request: {},
      success: { revoked: { done: true } },
      failure: { tooLate: { status: false, error_code: "409" } },
      fresh: { ids: [], times: [] },
    },
  };
  const anything = () => undefined;
  const operations = {
    createShare: { ...created, request: anything },
    revokeShare: { ...revoked, request: anything },
  };
  return { ...original, operations, examples } as unknown as typeof original;
});

const ask = async (
  mock: (request: Request) => Promise<Response>,
  path: string,
  body: unknown,
) => {
  const response = await mock(
    new Request(`https://host.example/v1${path}`, {
      method: "POST",
      headers: {
        Authorization: `Basic ${btoa("key:secret")}`,
        "Content-Type": "application/json",
      },
      body: JSON.stringify(body),
    }),
  );
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text) as unknown };
};

const SHARE = {
  id: expect.stringMatching(/^shr_[\w-]{16}$/) as string,
  owner: "usr_2",
  href: expect.stringMatching(
    /^https:\/\/share\.example\/s\/[\w-]{10}$/,
  ) as string,
  created_at: "1970-01-01T00:30:00Z",
  label: 'a "label"',
  code: "7",
  tags: ["x"],
};

test.for([
  [
    "none of the optional echoes",
    { for: { user: "usr_2" } },
    { done: true, share: SHARE },
  ],
  [
    "one of them",
    { for: { user: "usr_2" }, note: 'n"' },
    { done: true, share: { ...SHARE, note: 'n"' } },
  ],
  [
    "both, one of which no example has",
    { for: { user: "usr_2" }, note: "", days: 3 },
    { done: true, share: { ...SHARE, note: "" }, extra: { in: { days: 3 } } },
  ],
] as [string, object, object][])(
  "a success under its own status, with %s",
  async ([, request, body], { expect }) => {
    const mock = createMockHandler({ clock: () => 0 });
    const answer = await ask(mock, "/shares", request);
    expect(answer).toEqual({ status: 201, body });
    const again = await ask(mock, "/shares", request);
    expect(again.body).not.toEqual(answer.body);
  },
);

test("a second operation has answers of its own", async () => {
  const mock = createMockHandler();
  const revoked = { status: 200, body: { done: true } };
  expect(await ask(mock, "/shares/revoke", {})).toMatchObject(revoked);
  // Each waits for a request to an operation that has it.
  mock.next("tooLate" as MockAnswerName);
  mock.next("linkMissing");
  mock.next("gone" as MockAnswerName);
  const { status, body } = await ask(mock, "/shares", {});
  expect(status).toBe(201);
  expect(body).toMatchObject({ done: true, share: { owner: "usr_1" } });
  expect(body).not.toHaveProperty("share.href");
  expect(await ask(mock, "/shares", {})).toMatchObject({
    status: 400,
    body: { error_code: "410" },
  });
  expect(await ask(mock, "/shares/revoke", {})).toMatchObject({
    status: 400,
    body: { error_code: "409" },
  });
  expect(await ask(mock, "/shares/revoke", {})).toMatchObject(revoked);
});

test("what the mock refuses comes in a failure that the operation has", async () => {
  const response = await createMockHandler()(
    new Request("https://host.example/shares", { method: "POST" }),
  );
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ error_code: "410" });
});

test("another path is told what there is", async () => {
  const response = await createMockHandler()(
    new Request("https://host.example/other"),
  );
  expect(await response.json()).toMatchObject({
    detail: "The mock answers POST …/shares/revoke and POST …/shares alone.",
  });
});
