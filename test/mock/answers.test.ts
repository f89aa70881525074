// A link that the mock creates follows the request, the clock and the seed.
import { describe, expect, test, vi } from "vitest";
import { examples, type PortalLink } from "../../src/contract/generated.js";
import { createMockHandler, type MockHandler } from "../../src/mock.js";
import { linkRequest } from "../http.js";

async function create(mock: MockHandler, body?: unknown): Promise<PortalLink> {
  const response = await mock(linkRequest(body));
  return ((await response.json()) as { result: PortalLink }).result;
}

const mine = { customer_id: "cus_mine" };
test.for([mine, { ...mine, subscription_id: "sub_mine" }])(
  "%j comes back, and no other id",
  async (ids, { expect }) => {
    const link = await create(createMockHandler(), ids);
    expect(link).toMatchObject(ids);
    expect("subscription_id" in link).toBe("subscription_id" in ids);
  },
);

test("ids, sessions and links are new each time, in the documented shape", async () => {
  const mock = createMockHandler();
  const links = [];
  for (let count = 0; count < 100; count++) links.push(await create(mock));
  const { result } = examples.response.noSubscription;
  for (const name of ["id", "session_id", "link_url"] as const) {
    const values = links.map((link) => link[name]);
    expect(new Set(values).size).toBe(100);
    const [start = ""] = /^.*[_/](?=[\w-]{20})/.exec(result[name]) ?? [];
    const isAlike = (value: string) =>
      value.startsWith(start) && value.length === result[name].length;
    expect(values.filter(isAlike)).toEqual(values);
  }
});

describe("time", () => {
  test("the clock tells a Date or ms; a link expires ahead of it, in whole seconds", async () => {
    for (const time of [new Date(1), 1]) {
      const options = { clock: () => time, linkLifetimeMs: 60_000 };
      const link = await create(createMockHandler(options));
      expect(link.expires_at).toBe("1970-01-01T00:01:01Z");
    }
  });

  test("a clock that tells no time of RFC 3339 is an error", async () => {
    for (const time of [NaN, -1, 1e15, new Date("no")])
      await expect(
        createMockHandler({ clock: () => time })(linkRequest()),
      ).rejects.toThrow("clock must return a Date, or the time in ms since");
  });

  test("an answer takes the latency, and no longer than its caller waits", async () => {
    vi.useFakeTimers();
    const mock = createMockHandler({ latencyMs: 1000 });
    const answered = vi.fn();
    const answer = mock(linkRequest()).then(answered);
    await vi.advanceTimersByTimeAsync(999);
    expect(answered).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await answer;
    vi.useRealTimers();
    const controller = new AbortController();
    const { signal } = controller;
    const late = mock(linkRequest({}, { signal }));
    const never = createMockHandler();
    never.next("timeout");
    const unanswered = never(linkRequest({}, { signal }));
    controller.abort(new Error("enough"));
    await expect(late).rejects.toThrow("enough");
    await expect(unanswered).rejects.toThrow("enough");
    await expect(never(linkRequest({}, { signal }))).rejects.toThrow("enough");
    expect(never.requests).toHaveLength(1);
  });
});

describe("a seed", () => {
  const clock = (): number => 0;
  const twenty = async (mock: MockHandler) => {
    const links = [];
    for (let count = 0; count < 20; count++) links.push(await create(mock));
    return links;
  };

  test("makes the answers repeatable, and reset() starts it anew", async () => {
    const mock = createMockHandler({ seed: 7, clock });
    const links = await twenty(mock);
    expect(await twenty(createMockHandler({ seed: 7, clock }))).toEqual(links);
    mock.reset();
    expect(await twenty(mock)).toEqual(links);
    // Whatever the version, so that a snapshot of an app's test stays.
    expect(links[0]?.id).toBe("cpl_Q-0-xfLG-31-_RA8Bg1ls");
    expect(links[19]?.id).toBe("cpl_x-8FC6ZwOYXh1nApuZxiZ");
  });

  test("another seed, other answers", async () => {
    const seeds = [0, 1, -1, 2 ** 32 - 1, 2 ** 32, undefined, undefined];
    const ids = new Set<string>();
    for (const seed of seeds)
      ids.add((await create(createMockHandler({ seed }))).id);
    expect(ids.size).toBe(seeds.length);
  });
});
