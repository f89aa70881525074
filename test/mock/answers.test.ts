// A link that the mock creates follows the request, the clock and the seed.
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import {
  examples,
  validateErrorResponse,
  validatePortalLinkRequest,
  validatePortalLinkResponse,
} from "../../src/contract/generated.js";
import {
  createKwikClient,
  type PortalLink,
  type PortalLinkRequest,
  type PortalLinkResponse,
} from "../../src/index.js";
import { createMockHandler, type MockHandler } from "../../src/mock.js";
import { requests } from "../contract/requests.js";
import { linkRequest } from "../link-request.js";

const clientOf = (mock: MockHandler) =>
  createKwikClient({ apiKey: "key", apiSecret: "secret", fetch: mock });

const linkFrom = async (response: Response) =>
  ((await response.json()) as PortalLinkResponse).result;

describe("the response follows the request", () => {
  test.for([
    { customer_id: "cus_mine" },
    { customer_id: "cus_mine", subscription_id: "sub_mine" },
  ])("%j comes back, and no other id", async (ids, { expect }) => {
    const link = await clientOf(createMockHandler()).createPortalLink(ids);
    expect(link).toMatchObject(ids);
    expect("subscription_id" in link).toBe("subscription_id" in ids);
  });

  test("ids, sessions and links are new each time, in the documented shape", async () => {
    const kwik = clientOf(createMockHandler());
    const links = await Promise.all(
      Array.from({ length: 100 }, () =>
        kwik.createPortalLink({ customer_id: "cus_mine" }),
      ),
    );
    for (const field of ["id", "session_id", "link_url"] as const)
      expect(new Set(links.map((link) => link[field])).size).toBe(100);
    for (const link of links) {
      expect(link.id).toMatch(/^cpl_[\w-]{21}$/);
      expect(link.session_id).toMatch(/^ses_[\w-]{21}$/);
      expect(link.link_url).toMatch(
        /^https:\/\/pay\.kwik\.co\.za\/portal\/[\w-]{27}$/,
      );
      // As the contract's own examples have them.
      const { result } = examples.createPortalLink.success.subscription;
      expect(link.id).toHaveLength(result.id.length);
      expect(link.session_id).toHaveLength(result.session_id.length);
      expect(link.link_url).toHaveLength(result.link_url.length);
    }
  });

  test("every generated request is answered as the contract says", async () => {
    const mock = createMockHandler();
    let accepted = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(requests(), async (request) => {
        const response = await mock(linkRequest(JSON.stringify(request)));
        const body: unknown = await response.json();
        const isValid = !validatePortalLinkRequest(request);
        expect(response.status).toBe(isValid ? 200 : 422);
        if (isValid) {
          accepted++;
          const { customer_id, subscription_id } = request as PortalLinkRequest;
          const { result } = body as PortalLinkResponse;
          expect(result.customer_id).toBe(customer_id);
          expect(result.subscription_id).toBe(subscription_id);
          // What is echoed may be longer than the contract lets an answer be.
          const same = { ...result, customer_id: "c", subscription_id: "s" };
          expect(
            validatePortalLinkResponse({ status: true, result: same }),
          ).toBeUndefined();
        } else {
          refused++;
          expect(validateErrorResponse(body)).toBeUndefined();
        }
      }),
      { seed: 20_261_123, numRuns: 100 },
    );
    expect(accepted).toBeGreaterThan(20);
    expect(refused).toBeGreaterThan(20);
  });

  test.for(["", "/2.0", "/v1/any/where"])(
    "under the base path %j",
    async (base, { expect }) => {
      const response = await createMockHandler()(
        linkRequest(undefined, { baseUrl: `https://host.example${base}` }),
      );
      expect(response.status).toBe(200);
    },
  );
});

describe("time", () => {
  test("a link expires ahead of the clock, in whole seconds", async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1, 12, 0, 0, 1) });
    const link = await linkFrom(await createMockHandler()(linkRequest()));
    expect(link.expires_at).toBe("2026-01-01T12:30:01Z");
    vi.useRealTimers();
  });

  test.for([
    ["a Date", () => new Date(0)],
    ["a number of ms", () => 0],
  ] as [string, () => Date | number][])(
    "the clock can be %s",
    async ([, clock], { expect }) => {
      const mock = createMockHandler({ clock, linkLifetimeMs: 60_000 });
      const link = await linkFrom(await mock(linkRequest()));
      expect(link.expires_at).toBe("1970-01-01T00:01:00Z");
    },
  );

  test("a clock that tells no time is an error", async () => {
    const mock = createMockHandler({ clock: () => new Date("no") });
    await expect(mock(linkRequest())).rejects.toThrow(
      "clock must return a Date, or the time in ms since 1970.",
    );
  });

  test("each answer takes the latency, and no longer than its caller waits", async () => {
    const mock = createMockHandler({ latencyMs: 40 });
    const started = Date.now();
    await mock(linkRequest());
    expect(Date.now() - started).toBeGreaterThanOrEqual(39);
    const before = new AbortController();
    const { signal } = before;
    const given = createMockHandler({ latencyMs: 1e6 })(
      linkRequest(undefined, { signal }),
    );
    before.abort(new Error("at once"));
    await expect(given).rejects.toThrow("at once");
    const controller = new AbortController();
    const late = createMockHandler({ latencyMs: 1_000_000 });
    const answer = late(linkRequest(undefined, { signal: controller.signal }));
    setTimeout(() => controller.abort(new Error("enough")), 5);
    await expect(answer).rejects.toThrow("enough");
  });

  test("a request that was given up before it was sent is not answered", async () => {
    const reason = new Error("enough");
    const signal = AbortSignal.abort(reason);
    const mock = createMockHandler();
    const answer = mock(linkRequest(undefined, { signal }));
    await expect(answer).rejects.toBe(reason);
    expect(mock.requests).toEqual([]);
  });
});

describe("a seed", () => {
  const series = async (mock: MockHandler): Promise<PortalLink[]> => [
    await linkFrom(await mock(linkRequest())),
    await linkFrom(await mock(linkRequest())),
  ];
  const clock = (): number => 0;

  test("makes the answers repeatable, and reset() starts it anew", async () => {
    const mock = createMockHandler({ seed: 7, clock });
    const first = await series(mock);
    expect(first[0]).not.toEqual(first[1]);
    expect(await series(createMockHandler({ seed: 7, clock }))).toEqual(first);
    mock.reset();
    expect(await series(mock)).toEqual(first);
    // Whatever the version, so that a snapshot of an app's test stays.
    expect(first[0]?.id).toBe("cpl_Q-0-xfLG-31-_RA8Bg1ls");
  });

  test("another seed, other answers", async () => {
    const seeds = [
      0,
      1,
      2,
      -1,
      2 ** 32 - 1,
      2 ** 32,
      2 ** 53 - 1,
      undefined,
      undefined,
    ];
    const ids = await Promise.all(
      seeds.map(async (seed) => (await series(createMockHandler({ seed })))[0]),
    );
    expect(new Set(ids.map((link) => link?.id)).size).toBe(seeds.length);
  });
});
