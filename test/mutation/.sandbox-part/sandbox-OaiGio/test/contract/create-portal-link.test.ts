// @ts-nocheck
// createPortalLink against stock Prism mocking the contract and against the mock: one definition for both.
import { describe, expect, expectTypeOf, test } from "vitest";
import {
  createKwikClient,
  KwikApiError,
  type ErrorResponse,
  type PortalLink,
  type PortalLinkRequest,
} from "../../src/index.js";
import { preferExample } from "../../scripts/prism/start-prism.js";
import { brokenRequests } from "./broken-requests.js";
import { examplesOf } from "./document.js";
import { post, PROVIDERS } from "./providers.js";

const credentials = { apiKey: "test_key", apiSecret: "test_secret" };

describe.for(PROVIDERS)("$name", (provider) => {
  const baseUrl = provider.url;
  const clientFor = (scenario: string) =>
    createKwikClient({
      ...credentials,
      baseUrl,
      fetch: preferExample(scenario),
    });

  describe("the page's three requests", () => {
    const requests = examplesOf<PortalLinkRequest>("PortalLinkRequest");

    test("without a subscription_id: the link has none, in the type neither", async () => {
      const link = await clientFor("noSubscription").createPortalLink({
        customer_id: "cus_abc123",
      });
      expectTypeOf(link).not.toHaveProperty("subscription_id");
      expect(link).not.toHaveProperty("subscription_id");
      expect(link.link_url).toBe(
        "https://pay.kwik.co.za/portal/Kq3vZt7RyNc0WmXe5HsLb2PdUfA",
      );
    });

    test("with a subscription_id: the link has it, as a string", async () => {
      const link = await clientFor("subscription").createPortalLink({
        customer_id: "cus_abc123",
        subscription_id: "sub_abc123",
      });
      expectTypeOf(link.subscription_id).toEqualTypeOf<string>();
      expect(link.subscription_id).toBe("sub_abc123");
    });

    test("with every setting", async () => {
      const link = await clientFor("advancedSettings").createPortalLink({
        customer_id: "cus_abc123",
        subscription_id: "sub_abc123",
        settings: {
          show_invoices: true,
          show_billing_info: true,
          allow_update_billing_info: true,
          allow_cancel: true,
          cancel_type: "AFTER_BILLING_PERIOD",
          allow_switch_plan: true,
          products_ids: ["pro_abc123", "pro_def456"],
          redirect_url: "https://my-portal.site.com",
          page_title: "My SaaS business",
        },
      });
      expectTypeOf(link.subscription_id).toEqualTypeOf<string>();
      expect(link.subscription_id).toBe("sub_abc123");
    });

    test.for(Object.keys(requests))(
      "%s: the answer is the contract's example of that name",
      async (scenario, { expect }) => {
        const request = requests[scenario] as PortalLinkRequest;
        const link = await clientFor(scenario).createPortalLink(request);
        expectTypeOf(link).toEqualTypeOf<PortalLink>();
        const { result } =
          examplesOf<{ result: PortalLink }>("PortalLinkResponse")[scenario] ??
          {};
        expect(link).toEqual(result);
        expect(link.customer_id).toBe(request.customer_id);
        expect("subscription_id" in link).toBe("subscription_id" in request);
      },
    );

    test.for([
      {},
      { show_invoices: false },
      { products_ids: [] },
      { cancel_type: "NOW" as const },
      { page_title: "" },
    ])("settings %j are enough by themselves", async (settings, { expect }) => {
      await expect(
        clientFor("noSubscription").createPortalLink({
          customer_id: "cus_abc123",
          settings,
        }),
      ).resolves.toHaveProperty("id");
    });
  });

  describe("a request that breaks the contract is refused, and the violation names the field", () => {
    const broken = brokenRequests();

    test("every rule of the request is among them", () => {
      const rules = new Set(broken.map(({ rule }) => rule));
      expect([...rules].sort()).toEqual([
        "additionalProperties",
        "enum",
        "format",
        "required",
        "type",
      ]);
    });

    test.for(broken)("$name", async ({ body, field, rule }, { expect }) => {
      const answer = await post(provider, JSON.stringify(body));
      expect(answer.status).toBe(422);
      expect(answer.body).toHaveProperty("status", false);
      // Each has words of its own for a body that is no object.
      if (field === "") return expect(answer.violations).toHaveLength(1);
      expect(answer.violations).toContain(`${field} ${rule}`);
      // No other field is to blame; a wrong type in an enum breaks two rules of one.
      for (const violation of answer.violations)
        expect(violation).toMatch(`${field} `);
    });

    test("no body at all", async () => {
      const { status, body, violations } = await post(provider, null);
      expect(status).toBe(422);
      expect(body).toHaveProperty("status", false);
      expect(violations).toHaveLength(1);
    });

    test("malformed JSON", async () => {
      const { status } = await post(provider, '{"customer_id": "cus_abc123",}');
      expect(status).toBe(400);
    });

    test.for([
      "text/plain",
      "application/x-www-form-urlencoded",
      "application/xml",
    ])("content type %s", async (type, { expect }) => {
      const { status, body } = await post(provider, "customer_id=cus_abc123", {
        "Content-Type": type,
      });
      expect(status).toBe(415);
      expect(body).toHaveProperty("status", false);
    });
  });

  describe("authentication", () => {
    const body = JSON.stringify({ customer_id: "cus_abc123" });

    test.for([
      ["missing", ""],
      ["a scheme without credentials", "Basic"],
      ["not base64", "Basic !!!!"],
      ["without a colon", `Basic ${btoa("test_key")}`],
      ["another scheme", "Bearer test_key"],
      ["a bare key", "test_key"],
    ])("%s is refused", async ([, value = ""], { expect }) => {
      const answer = await post(provider, body, { Authorization: value });
      expect(answer.status).toBe(401);
      expect(answer.body).toHaveProperty("error_code", "001");
    });

    test("is judged before the body", async () => {
      const { status } = await post(provider, "{}", { Authorization: "" });
      expect(status).toBe(401);
    });

    test("the client's own is accepted", async () => {
      const { data, response } = await clientFor("noSubscription").api.POST(
        "/customer-portal/link",
        { body: { customer_id: "cus_abc123" } },
      );
      expect(response.status).toBe(200);
      expect(data?.status).toBe(true);
    });
  });

  describe("every error example becomes the right KwikApiError", () => {
    const errors = Object.entries(examplesOf<ErrorResponse>("ErrorResponse"));
    const statuses = [400, 401, 403, 404, 409, 422, 500, 503];

    test.for(
      errors.flatMap(([scenario, example]) =>
        statuses.map((status) => ({ scenario, example, status })),
      ),
    )(
      "$scenario under HTTP $status",
      async ({ scenario, example, status }, { expect }) => {
        const kwik = createKwikClient({
          ...credentials,
          baseUrl,
          fetch: preferExample(scenario, status),
        });
        const error: unknown = await kwik
          .createPortalLink({ customer_id: "cus_abc123" })
          .catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(KwikApiError);
        expect(error).toMatchObject({
          status,
          code: example.error_code,
          fieldErrors: Object.assign(
            {},
            ...(example.error_details ?? []).map(({ errors }) => errors),
          ) as object,
        });
        expect((error as Error).message).toContain(
          `${example.error_message} (${example.error_code})`,
        );
      },
    );
  });
});
