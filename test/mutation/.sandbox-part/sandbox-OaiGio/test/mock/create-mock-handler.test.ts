// @ts-nocheck
import { describe, expect, test } from "vitest";
import {
  examples,
  validateErrorResponse,
} from "../../src/contract/generated.js";
import type { ErrorResponse } from "../../src/index.js";
import { createMockHandler, type MockOptions } from "../../src/mock.js";
import { linkRequest } from "../link-request.js";

const basic = (pair: string) => ({
  Authorization: `Basic ${Buffer.from(pair).toString("base64")}`,
});

describe("credentials", () => {
  const body = { customer_id: "c" };

  test.for([
    ["right ones", "key:sécret:x", 200],
    ["another key", "yek:sécret:x", 401],
    ["another secret", "key:secret:x", 401],
  ] as const)(
    "are checked by value when given: %s",
    async ([, pair, status], { expect }) => {
      const mock = createMockHandler({ apiKey: "key", apiSecret: "sécret:x" });
      const response = await mock(linkRequest(body, { headers: basic(pair) }));
      expect(response.status).toBe(status);
    },
  );

  test("the key can be checked alone", async () => {
    const mock = createMockHandler({ apiKey: "key" });
    expect(
      (await mock(linkRequest(body, { headers: basic("key:any") }))).status,
    ).toBe(200);
    expect(
      (await mock(linkRequest(body, { headers: basic("yek:any") }))).status,
    ).toBe(401);
  });
});

describe("the response to an invalid request", () => {
  test("names every field, in dot notation, with message and rule", async () => {
    const error: unknown = await createMockHandler()(
      linkRequest({
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

  test("is worded as the contract's own example", async () => {
    const example = examples.createPortalLink.failure.validationFailed;
    const [detail] = example.error_details ?? [];
    const response = await createMockHandler()(linkRequest(detail?.record));
    expect(await response.json()).toEqual(example);
  });
});

describe("a hostile request", () => {
  test("JSON nested too deeply to be written again is refused", async () => {
    const depth = 200_000;
    const response = await createMockHandler()(
      linkRequest(
        `{"customer_id":"c","x":${"[".repeat(depth)}${"]".repeat(depth)}}`,
      ),
    );
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      error_details: [{ record: {}, errors: { x: {} } }],
    });
  });

  test("a response reports at most a hundred violations", async () => {
    const names = Array.from({ length: 100_000 }, (_, at) => [`x${at}`, 1]);
    const response = await createMockHandler()(
      linkRequest(Object.fromEntries(names)),
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
    mock(linkRequest({ customer_id: "c" }, { signal })),
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
