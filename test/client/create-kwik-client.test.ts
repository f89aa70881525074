import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createKwikClient, KwikApiError, KwikError } from "../../src/index.js";
import { examplesOf } from "../contract/document.js";

afterEach(() => vi.unstubAllGlobals());

const credentials = { apiKey: "canary_key", apiSecret: "canary_secret" };
const request = { customer_id: "cus_abc123" };
const { noSubscription: success } = examplesOf<{ result: object }>(
  "PortalLinkResponse",
);
const { validationFailed } = examplesOf<object>("ErrorResponse");

const clientAnswering = (answer: () => Response) =>
  createKwikClient({
    ...credentials,
    maxRetries: 0,
    fetch: () => Promise.resolve(answer()),
  });

const failureOf = (answer: () => Response) =>
  clientAnswering(answer)
    .createPortalLink(request)
    .then(
      () => expect.unreachable("it should have thrown"),
      (error: unknown) => error as KwikApiError,
    );

test("sends one POST with the request as JSON", async () => {
  const sent: Request[] = [];
  const kwik = createKwikClient({
    ...credentials,
    fetch: (request) => {
      sent.push(request);
      return Promise.resolve(Response.json(success));
    },
  });
  const full = {
    ...request,
    settings: { cancel_type: "NOW" as const, products_ids: ["pro_abc123"] },
  };
  await kwik.createPortalLink(full);
  expect(sent).toHaveLength(1);
  const [only] = sent as [Request];
  expect(only.method).toBe("POST");
  expect(only.url).toBe("https://api.kwik.co.za/2.0/customer-portal/link");
  expect(only.headers.get("Content-Type")).toBe("application/json");
  expect(only.headers.get("Authorization")).toBe(
    `Basic ${btoa("canary_key:canary_secret")}`,
  );
  expect(await only.json()).toEqual(full);
});

test("returns the link itself, not the envelope", async () => {
  await expect(
    clientAnswering(() => Response.json(success)).createPortalLink(request),
  ).resolves.toEqual(success?.result);
});

test("keeps a field that the contract does not know", async () => {
  const answer = { status: true, result: { ...success?.result, new_field: 1 } };
  await expect(
    clientAnswering(() => Response.json(answer)).createPortalLink(request),
  ).resolves.toHaveProperty("new_field", 1);
});

test("can be taken apart", async () => {
  const { createPortalLink } = clientAnswering(() => Response.json(success));
  await expect(createPortalLink(request)).resolves.toHaveProperty("id");
});

test("looks globalThis.fetch up per call, so that what is installed later is used", async () => {
  const kwik = createKwikClient(credentials);
  const later = vi.fn<typeof fetch>(() =>
    Promise.resolve(Response.json(success)),
  );
  vi.stubGlobal("fetch", later);
  await kwik.createPortalLink(request);
  expect(later).toHaveBeenCalledOnce();
});

test("the caller's abort passes through untouched", async () => {
  const reason = new Error("the customer left");
  const kwik = createKwikClient({
    ...credentials,
    fetch: (request) => Promise.reject(request.signal.reason as Error),
  });
  await expect(
    kwik.createPortalLink(request, { signal: AbortSignal.abort(reason) }),
  ).rejects.toBe(reason);
});

describe("`status: false` is a KwikApiError under any HTTP status", () => {
  test.for([200, 201, 400, 401, 403, 404, 409, 418, 422, 429, 500, 502, 503])(
    "HTTP %s",
    async (status, { expect }) => {
      const error = await failureOf(() =>
        Response.json(validationFailed, { status }),
      );
      expect(error).toBeInstanceOf(KwikApiError);
      expect(error).toBeInstanceOf(KwikError);
      expect(error.name).toBe("KwikApiError");
      expect(error.status).toBe(status);
      expect(error.code).toBe("005");
      expect(error.fieldErrors["settings.cancel_type"]).toEqual({
        message: "The cancel type must be NOW or AFTER_BILLING_PERIOD.",
        rule: "enum",
      });
      expect(error.message).toBe(
        "Validation failed (005): settings.cancel_type: The cancel type must be NOW or AFTER_BILLING_PERIOD.",
      );
    },
  );
});

test("the errors of several records and fields are joined", async () => {
  const field = (message: string) => ({ message, rule: "required" });
  const error = await failureOf(() =>
    Response.json({
      status: false,
      error_code: "003",
      error_message: "Invalid body parameters",
      error_details: [
        {
          record: {},
          errors: {
            customer_id: field("Required."),
            "settings.page_title": field("Too long."),
          },
        },
        { record: {}, errors: { subscription_id: field("Unknown.") } },
      ],
    }),
  );
  expect(Object.keys(error.fieldErrors)).toEqual([
    "customer_id",
    "settings.page_title",
    "subscription_id",
  ]);
  expect(error.message).toBe(
    "Invalid body parameters (003): customer_id: Required.; settings.page_title: Too long.; subscription_id: Unknown.",
  );
});

test("a code that the contract does not know is kept", async () => {
  const error = await failureOf(() =>
    Response.json({ status: false, error_code: "042", error_message: "New" }),
  );
  expect(error).toMatchObject({
    code: "042",
    message: "New (042)",
    fieldErrors: {},
  });
});

test.for([
  [
    "nothing but status",
    { status: false },
    { message: "Refused (HTTP 200)", code: undefined },
  ],
  [
    "a numeric code",
    { status: false, error_code: 5, error_message: "Validation failed" },
    { message: "Validation failed (5)", code: "5" },
  ],
  [
    "null everywhere",
    {
      status: false,
      error_code: null,
      error_message: null,
      error_details: null,
    },
    { message: "Refused (HTTP 200)", code: undefined },
  ],
  [
    "details that are no array",
    { status: false, error_code: "005", error_message: "x", error_details: {} },
    { message: "x (005)" },
  ],
  [
    "details of null",
    {
      status: false,
      error_code: "005",
      error_message: "x",
      error_details: [null, { errors: null }, 1],
    },
    { message: "x (005)" },
  ],
  [
    "field errors of another shape",
    {
      status: false,
      error_code: "005",
      error_message: "x",
      error_details: [
        { errors: { a: null, b: "text", c: { message: ["m"] } } },
      ],
    },
    {
      message: 'x (005): a: null; b: text; c: ["m"]',
      fieldErrors: {
        a: { message: "null", rule: "unknown" },
        b: { message: "text", rule: "unknown" },
        c: { message: '["m"]', rule: "unknown" },
      },
    },
  ],
] as const)(
  "a malformed failure is still a KwikApiError: %s",
  async ([, body, expected], { expect }) => {
    const error = await failureOf(() => Response.json(body));
    expect(error).toBeInstanceOf(KwikApiError);
    expect(error).toMatchObject(expected);
    if (!("fieldErrors" in expected)) expect(error.fieldErrors).toEqual({});
  },
);

test.for([401, 404, 500, 503])(
  "HTTP %s without the envelope is a KwikApiError without a code",
  async (status, { expect }) => {
    const error = await failureOf(
      () => new Response("<h1>Sorry</h1>", { status }),
    );
    expect(error).toBeInstanceOf(KwikApiError);
    expect(error).toMatchObject({ status, code: undefined, fieldErrors: {} });
  },
);

test.for([
  ["HTML", "<h1>Welcome</h1>"],
  ["nothing", ""],
  ["null", "null"],
  ["no result", '{"status":true}'],
  ["a null result", '{"status":true,"result":null}'],
  ["a result without a link", '{"status":true,"result":{"id":"cpl_1"}}'],
] as const)(
  "HTTP 200 with %s is a KwikError, never a link",
  async ([, body], { expect }) => {
    const error = await failureOf(() => new Response(body));
    expect(error).toBeInstanceOf(KwikError);
  },
);

test("api has the same transport: redirects are not followed, and the time-out holds", async () => {
  const sent: Request[] = [];
  const kwik = createKwikClient({
    ...credentials,
    timeoutMs: 20,
    fetch: (request) => {
      sent.push(request);
      return new Promise(() => {});
    },
  });
  await expect(
    kwik.api.POST("/customer-portal/link", { body: request }),
  ).rejects.toMatchObject({ name: "KwikTimeoutError", timeoutMs: 20 });
  expect(sent.map(({ redirect }) => redirect)).toEqual(["manual"]);
});

test("api sends the credentials to no other base URL", async () => {
  let sent = 0;
  const kwik = createKwikClient({
    ...credentials,
    fetch: () => Promise.reject(new Error(`${sent++}`)),
  });
  for (const baseUrl of [
    "http://evil.example",
    "https://api.kwik.co.za",
    "https://api.kwik.co.za/2.0.evil.example",
  ]) {
    await expect(
      kwik.api.POST("/customer-portal/link", { baseUrl, body: request }),
    ).rejects.toThrow("baseUrl must be the client's.");
  }
  expect(sent).toBe(0);
});

test.for([
  [
    "an error that holds the request",
    (request: Request) => Object.assign(new Error("refused"), { request }),
  ],
  [
    "a cause that holds the request",
    (request: Request) =>
      new TypeError("fetch failed", {
        cause: Object.assign(new Error("no route"), { request }),
      }),
  ],
  [
    "an error that tells the header",
    (request: Request) =>
      new Error(`bad header ${request.headers.get("Authorization")}`),
  ],
  [
    "a string",
    (request: Request) => `bad header ${request.headers.get("Authorization")}`,
  ],
] as const)(
  "what the caller's own fetch throws is not passed on: %s",
  async ([, thrown], { expect }) => {
    const kwik = createKwikClient({
      ...credentials,
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- callers do.
      fetch: (request) => Promise.reject(thrown(request)),
    });
    const error: unknown = await kwik
      .createPortalLink(request)
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: "KwikConnectionError",
      message: expect.stringMatching(
        /^No answer \((refused|no route|bad header Basic \[hidden\])\)$/,
      ) as string,
    });
    const shown =
      inspect(error, { depth: 10, showHidden: true }) +
      JSON.stringify(error) +
      (error as Error).stack;
    expect(shown).not.toContain("canary");
    expect(shown).not.toContain(btoa("canary_key:canary_secret"));
  },
);

test("neither the client nor what it throws shows the secret", async () => {
  const echo = Response.json(
    {
      status: false,
      error_code: "001",
      error_message: `Invalid API key canary_key, canary_secret, ${btoa("canary_key:canary_secret")}`,
    },
    { status: 401 },
  );
  const error = await failureOf(() => echo);
  const kwik = createKwikClient(credentials);
  for (const value of [kwik, kwik.api, error]) {
    const shown = [
      inspect(value, { depth: 10, showHidden: true }),
      JSON.stringify(value),
      `${value as Error}`,
    ].join();
    expect(shown).not.toMatch(/canary/);
    expect(shown).not.toContain(btoa("canary_key:canary_secret"));
  }
});
