import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, expectTypeOf, test, vi } from "vitest";
import {
  examples,
  serverUrl,
  validateErrorResponse,
  validatePortalLinkRequest,
  validatePortalLinkResponse,
} from "../../src/contract/generated.js";
import {
  createKwikClient,
  KwikApiError,
  KwikConnectionError,
  KwikContractError,
  KwikTimeoutError,
  type PortalLink,
  type ErrorResponse,
  type PortalLinkRequest,
  type PortalLinkResponse,
} from "../../src/index.js";
import {
  createMockHandler,
  type MockAnswerName,
  type MockHandler,
  type MockOptions,
} from "../../src/mock.js";
import { requests } from "../contract/requests.js";

const { success: linkExamples, failure: failureExamples } =
  examples.createPortalLink;
const SECRET = "secret_do_not_show";
const credentials = { apiKey: "key_test_abc123", apiSecret: SECRET };
const AUTHORIZATION = `Basic ${btoa(`key_test_abc123:${SECRET}`)}`;

const clientOf = (mock: MockHandler) =>
  createKwikClient({ ...credentials, fetch: mock });

const requestOf = (
  body: unknown,
  headers: Record<string, string> = {},
  url = `${serverUrl}/customer-portal/link`,
) =>
  new Request(url, {
    method: "POST",
    headers: {
      Authorization: AUTHORIZATION,
      "Content-Type": "application/json",
      ...headers,
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const linkFrom = async (response: Response) =>
  ((await response.json()) as PortalLinkResponse).result;

describe("the answer follows the request", () => {
  test("with a subscription: both ids come back", async () => {
    const link = await clientOf(createMockHandler()).createPortalLink({
      customer_id: "cus_mine",
      subscription_id: "sub_mine",
    });
    expect(link).toMatchObject({
      customer_id: "cus_mine",
      subscription_id: "sub_mine",
    });
  });

  test("without one: there is none in the link either", async () => {
    const link = await clientOf(createMockHandler()).createPortalLink({
      customer_id: "cus_mine",
    });
    expect(link).not.toHaveProperty("subscription_id");
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
      const { result } = linkExamples.subscription;
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
      fc.asyncProperty(requests(), async (asked) => {
        const response = await mock(requestOf(JSON.stringify(asked)));
        const body: unknown = await response.json();
        const isValid = !validatePortalLinkRequest(asked);
        expect(response.status).toBe(isValid ? 200 : 422);
        if (isValid) {
          accepted++;
          const { customer_id, subscription_id } = asked as PortalLinkRequest;
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
      { seed: 20_261_123, numRuns: 1000 },
    );
    expect(accepted).toBeGreaterThan(100);
    expect(refused).toBeGreaterThan(100);
  });

  test.for(["", "/2.0", "/v1/any/where"])(
    "under the base path %j",
    async (base, { expect }) => {
      const url = `https://host.example${base}/customer-portal/link`;
      const response = await createMockHandler()(
        requestOf({ customer_id: "c" }, {}, url),
      );
      expect(response.status).toBe(200);
    },
  );
});

function abortable() {
  const controller = new AbortController();
  const abort = () => controller.abort(new Error("enough"));
  return { signal: controller.signal, abort };
}

describe("time", () => {
  test("a link expires ahead of the clock, in whole seconds", async () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1, 12, 0, 0, 1) });
    const link = await linkFrom(
      await createMockHandler()(requestOf({ customer_id: "c" })),
    );
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
      const link = await linkFrom(await mock(requestOf({ customer_id: "c" })));
      expect(link.expires_at).toBe("1970-01-01T00:01:00Z");
    },
  );

  test("a clock that tells no time is an error", async () => {
    const mock = createMockHandler({ clock: () => new Date("no") });
    await expect(mock(requestOf({ customer_id: "c" }))).rejects.toThrow(
      "clock must return a Date, or the time in ms since 1970.",
    );
  });

  test("each answer takes the latency, and no longer than its caller waits", async () => {
    const mock = createMockHandler({ latencyMs: 40 });
    const started = Date.now();
    await mock(requestOf({ customer_id: "c" }));
    expect(Date.now() - started).toBeGreaterThanOrEqual(39);
    const { signal, abort } = abortable();
    const late = createMockHandler({ latencyMs: 1_000_000 });
    const answer = late(
      new Request(requestOf({ customer_id: "c" }), { signal }),
    );
    setTimeout(abort, 5);
    await expect(answer).rejects.toThrow("enough");
  });
});

describe("a seed", () => {
  const series = async (mock: MockHandler): Promise<PortalLink[]> => [
    await linkFrom(await mock(requestOf({ customer_id: "c" }))),
    await linkFrom(await mock(requestOf({ customer_id: "c" }))),
  ];
  const clock = (): number => 0;

  test("makes the answers repeatable, and reset() starts it anew", async () => {
    const mock = createMockHandler({ seed: 7, clock });
    const first = await series(mock);
    expect(first[0]).not.toEqual(first[1]);
    expect(await series(createMockHandler({ seed: 7, clock }))).toEqual(first);
    mock.reset();
    expect(await series(mock)).toEqual(first);
  });

  test("another seed, other answers", async () => {
    const seeds = [
      0,
      1,
      2,
      -1,
      2 ** 32 - 1,
      2 ** 32,
      Number.MAX_SAFE_INTEGER,
      undefined,
    ];
    const ids = await Promise.all(
      seeds.map(async (seed) => (await series(createMockHandler({ seed })))[0]),
    );
    expect(new Set(ids.map((link) => link?.id)).size).toBe(seeds.length);
  });
});

describe("credentials", () => {
  const body = { customer_id: "c" };
  const basic = (pair: string) => ({
    Authorization: `Basic ${Buffer.from(pair).toString("base64")}`,
  });

  test.for([
    ["right ones", "key:sécret:x", 200],
    ["another key", "yek:sécret:x", 401],
    ["another secret", "key:secret:x", 401],
  ] as const)(
    "are checked by value when given: %s",
    async ([, pair, status], { expect }) => {
      const mock = createMockHandler({ apiKey: "key", apiSecret: "sécret:x" });
      const response = await mock(requestOf(body, basic(pair)));
      expect(response.status).toBe(status);
    },
  );

  test("the key can be checked alone", async () => {
    const mock = createMockHandler({ apiKey: "key" });
    expect((await mock(requestOf(body, basic("key:any")))).status).toBe(200);
    expect((await mock(requestOf(body, basic("yek:any")))).status).toBe(401);
  });
});

describe("a refusal", () => {
  test("names every field, in dot notation, with message and rule", async () => {
    const error: unknown = await createMockHandler()(
      requestOf({
        subscription_id: 5,
        product_ids: [],
        settings: { cancel_type: "now", products_ids: ["a", 1] },
      }),
    ).then((response) => response.json());
    expect(error).toEqual({
      status: false,
      error_code: "005",
      error_message: "Validation failed",
      error_details: [
        {
          record: {
            subscription_id: 5,
            product_ids: [],
            settings: { cancel_type: "now", products_ids: ["a", 1] },
          },
          errors: {
            customer_id: {
              message: "The customer id is missing.",
              rule: "required",
            },
            product_ids: {
              message: "The product ids is not in the contract.",
              rule: "additionalProperties",
            },
            subscription_id: {
              message: "The subscription id must be a string.",
              rule: "type",
            },
            "settings.cancel_type": {
              message: "The cancel type must be NOW or AFTER_BILLING_PERIOD.",
              rule: "enum",
            },
            "settings.products_ids.1": {
              message: "The products ids must be a string.",
              rule: "type",
            },
          },
        },
      ],
    });
    expect(validateErrorResponse(error)).toBeUndefined();
  });

  test("speaks as the contract's own example does", async () => {
    const example = failureExamples.validationFailed;
    const [detail] = example.error_details ?? [];
    const response = await createMockHandler()(requestOf(detail?.record));
    expect(await response.json()).toEqual(example);
  });
});

describe("an answer on demand", () => {
  const ask = (mock: MockHandler, timeoutMs = 10_000) =>
    clientOf(mock)
      .createPortalLink({ customer_id: "c" }, { timeoutMs })
      .catch((reason: unknown) => reason);

  test.for(Object.entries(failureExamples))(
    "%s is the contract's example",
    async ([name, example], { expect }) => {
      const mock = createMockHandler();
      mock.next(name as MockAnswerName);
      const error = await ask(mock);
      expect(error).toBeInstanceOf(KwikApiError);
      expect(error).toMatchObject({ code: example.error_code });
    },
  );

  test.for(Object.entries(linkExamples))(
    "%s is the contract's example",
    async ([name, example], { expect }) => {
      const mock = createMockHandler();
      mock.next(name as MockAnswerName);
      const response = await mock(requestOf({ customer_id: "c" }));
      expect(await response.json()).toEqual(example);
    },
  );

  test.for([
    ["serverError", KwikApiError, "Refused (HTTP 500)"],
    ["notJson", KwikContractError, "is not JSON"],
    ["emptyBody", KwikContractError, "is empty"],
    ["linkMissing", KwikContractError, "link_url is missing"],
    ["connectionLost", KwikConnectionError, "read ECONNRESET"],
    ["timeout", KwikTimeoutError, "No answer within 20 ms"],
  ] as const)("%s", async ([name, kind, message], { expect }) => {
    const mock = createMockHandler();
    mock.next(name);
    const error = await ask(mock, name === "timeout" ? 20 : undefined);
    expect(error).toBeInstanceOf(kind);
    expect((error as Error).message).toContain(message);
    // It was for one request alone.
    await expect(ask(mock)).resolves.toHaveProperty("id");
  });

  test("rateLimited is retried at once, as it says", async () => {
    const mock = createMockHandler();
    mock.next("rateLimited");
    await expect(ask(mock, 200)).resolves.toHaveProperty("id");
    expect(mock.requests).toHaveLength(2);
  });

  test("three times, the client gives up", async () => {
    const mock = createMockHandler();
    for (let times = 0; times < 3; times++) mock.next("rateLimited");
    expect(await ask(mock)).toMatchObject({ status: 429, code: undefined });
  });

  test("under another status, and with headers", async () => {
    const mock = createMockHandler();
    mock.next("recordNotFound", { status: 200, headers: { "x-trace": "1" } });
    const response = await mock(requestOf({ customer_id: "c" }));
    expect(response.status).toBe(200);
    expect(response.headers.get("x-trace")).toBe("1");
    mock.next("recordNotFound", { status: 200 });
    expect(await ask(mock)).toMatchObject({ status: 200, code: "007" });
  });

  test("given headers stand in for its own, whatever their case", async () => {
    const mock = createMockHandler();
    mock.next("rateLimited", { headers: { "Retry-After": "30" } });
    const response = await mock(requestOf({ customer_id: "c" }));
    expect(response.headers.get("retry-after")).toBe("30");
  });

  test.for([204, 205, 304])("%i has no body", async (status, { expect }) => {
    const mock = createMockHandler();
    mock.next("serverError", { status });
    const response = await mock(requestOf({ customer_id: "c" }));
    expect(response.status).toBe(status);
    expect(await response.text()).toBe("");
  });

  test.for([{ "bad header": "x" }, { x: "→" }, { "Content-Length": "3" }])(
    "headers %j are refused",
    (headers, { expect }) => {
      const mock = createMockHandler();
      expect(() => mock.next("serverError", { headers })).toThrow(
        /^headers must /,
      );
    },
  );

  test("goes to the request that came first, not to the body that came first", async () => {
    const mock = createMockHandler();
    mock.next("recordNotFound");
    const slow = new ReadableStream<Uint8Array>({
      async start(controller) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        controller.enqueue(new TextEncoder().encode('{"customer_id":"c"}'));
        controller.close();
      },
    });
    const first = mock(
      new Request(requestOf({}), { body: slow, duplex: "half" } as RequestInit),
    );
    const second = mock(requestOf({ customer_id: "c" }));
    expect((await second).status).toBe(200);
    expect((await first).status).toBe(404);
  });

  test("an unknown name is an error that lists the known ones", () => {
    const mock = createMockHandler();
    // @ts-expect-error no such answer
    expect(() => mock.next("recordFound")).toThrow(
      /^next\(\) knows noSubscription, .*recordNotFound.*connectionLost\.$/,
    );
    expect(() => mock.next("recordNotFound", { status: 99 })).toThrow(
      "status must be an HTTP status from 200 to 599.",
    );
    expectTypeOf<MockAnswerName>().toExtend<string>();
    expectTypeOf<string>().not.toExtend<MockAnswerName>();
  });

  test("reset() forgets what was lined up, and the requests", async () => {
    const mock = createMockHandler();
    await ask(mock);
    mock.next("recordNotFound");
    mock.reset();
    expect(mock.requests).toEqual([]);
    await expect(ask(mock)).resolves.toHaveProperty("id");
  });

  test("a request that waits for its turn does not take another one's answer", async () => {
    const mock = createMockHandler();
    mock.next("recordNotFound");
    await mock(new Request("https://host.example/another/path"));
    expect(await ask(mock)).toMatchObject({ code: "007" });
  });
});

describe("what was asked", () => {
  test("is kept, in order, for assertions", async () => {
    const mock = createMockHandler();
    const kwik = clientOf(mock);
    await kwik.createPortalLink({
      customer_id: "cus_1",
      settings: { cancel_type: "NOW" },
    });
    await mock(requestOf("{"));
    expect(mock.requests).toMatchObject([
      {
        method: "POST",
        url: `${serverUrl}/customer-portal/link`,
        headers: { "content-type": "application/json" },
        body: { customer_id: "cus_1", settings: { cancel_type: "NOW" } },
      },
      { body: "{" },
    ]);
  });

  test("holds no credentials, wherever they were", async () => {
    const mock = createMockHandler();
    await mock(
      requestOf(
        { customer_id: "c" },
        {
          "X-Secret": SECRET,
          "X-Copy": `was ${AUTHORIZATION}`,
          "Proxy-Authorization": "Basic c29tZTpvdGhlcg==",
        },
        `${serverUrl}/customer-portal/link?secret=${SECRET}`,
      ),
    );
    await mock(requestOf({}, { Authorization: `Bearer ${SECRET}` }));
    await mock(requestOf({}, { Authorization: SECRET }));
    const shown = JSON.stringify(mock.requests) + inspect(mock, { depth: 9 });
    expect(shown).not.toContain(SECRET);
    expect(shown).not.toContain(AUTHORIZATION.slice(6));
    expect(shown).not.toContain("c29tZTpvdGhlcg==");
    expect(mock.requests[0]?.headers.authorization).toBe("Basic [hidden]");
  });

  test("a short secret is no reason to hide half of a request", async () => {
    const mock = createMockHandler();
    await mock(
      requestOf(
        { customer_id: "c" },
        { Authorization: `Basic ${btoa("key:a")}` },
      ),
    );
    expect(mock.requests[0]).toMatchObject({
      url: `${serverUrl}/customer-portal/link`,
      headers: { "content-type": "application/json" },
    });
  });

  test("holds no given credentials either, encoded or in the body", async () => {
    const secret = "s3cr3t/value";
    const mock = createMockHandler({ apiKey: "key_live_x", apiSecret: secret });
    await mock(
      requestOf(
        { customer_id: "c", api: secret },
        {
          Authorization: `key_live_x ${secret}`,
          Cookie: "session=abc_do_not_show",
          "X-Api-Key": "key_live_x",
        },
        `https://h.example/portal/a_token_do_not_show/customer-portal/link?s=${encodeURIComponent(secret)}`,
      ),
    );
    expect(JSON.stringify(mock.requests)).not.toMatch(
      /s3cr3t|key_live_x|do_not_show/,
    );
  });

  test("is the last thousand", async () => {
    const mock = createMockHandler();
    for (let at = 0; at < 1010; at++)
      await mock(requestOf({ customer_id: `cus_${at}` }));
    expect(mock.requests).toHaveLength(1000);
    expect(mock.requests[0]).toMatchObject({ body: { customer_id: "cus_10" } });
  });
});

describe("what is hostile", () => {
  test("JSON nested too deeply to be written again is refused", async () => {
    const depth = 200_000;
    const response = await createMockHandler()(
      requestOf(
        `{"customer_id":"c","x":${"[".repeat(depth)}${"]".repeat(depth)}}`,
      ),
    );
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      error_details: [{ record: {}, errors: { x: {} } }],
    });
  });

  test("of a hundred thousand mistakes, a hundred are told", async () => {
    const names = Array.from({ length: 100_000 }, (_, at) => [`x${at}`, 1]);
    const response = await createMockHandler()(
      requestOf(Object.fromEntries(names)),
    );
    expect(response.status).toBe(422);
    const { error_details } = (await response.json()) as ErrorResponse;
    expect(Object.keys(error_details?.[0]?.errors ?? {})).toHaveLength(100);
  });
});

test("a request that was given up before it was sent is not answered", async () => {
  const reason = new Error("enough");
  const signal = AbortSignal.abort(reason);
  const mock = createMockHandler();
  await expect(
    mock(new Request(requestOf({ customer_id: "c" }), { signal })),
  ).rejects.toBe(reason);
  expect(mock.requests).toEqual([]);
});

test.for([
  [{ seed: 1.5 }, "seed must be an integer."],
  [{ seed: NaN }, "seed must be an integer."],
  [{ latencyMs: -1 }, "latencyMs must be 0 or more"],
  [{ latencyMs: Infinity }, "latencyMs must be 0 or more"],
  [{ linkLifetimeMs: 0 }, "linkLifetimeMs must be above 0"],
  [{ linkLifetimeMs: 1e300 }, "linkLifetimeMs must be above 0"],
  [{ linkLifetimeMs: "5000" as never }, "linkLifetimeMs must be above 0"],
  [{ apiKey: "" }, "apiKey must be a string without a colon"],
  [{ apiKey: "a:b" }, "apiKey must be a string without a colon"],
  [{ apiSecret: "" }, "apiSecret must be a string, and not empty."],
  [{ portalUrl: "https://[/" }, "portalUrl must be an http or https"],
  [{ portalUrl: "http://x/?a=/" }, "portalUrl must be an http or https"],
  [{ portalUrl: "https://host.example" }, "portalUrl must be an http or https"],
  [{ portalUrl: "javascript:alert(1)/" }, "portalUrl must be an http or https"],
  [{ clock: 5 as never }, "clock must be a function"],
] as [MockOptions, string][])(
  "%j is refused: %s",
  ([options, message], { expect }) => {
    expect(() => createMockHandler(options)).toThrow(message);
  },
);
