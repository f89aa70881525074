// @ts-nocheck
// What must and must not compile. Each marker stands on the line that the compiler has to complain about.
import type { StandardSchemaV1 } from "@standard-schema/spec";
import { expectTypeOf, test } from "vitest";
import {
  cancelTypes,
  createKwikClient,
  type CancelType,
  type FieldError,
  type KwikApiError,
  type PortalLink,
  type PortalLinkRequest,
} from "../../src/index.js";
import * as validators from "../../src/validate.js";

const kwik = createKwikClient();
const customer_id = "cus_abc123";
const subscription_id = "sub_abc123";

test("the result follows the request", () => {
  expectTypeOf(kwik.createPortalLink({ customer_id })).resolves.toEqualTypeOf<
    Omit<PortalLink, "subscription_id">
  >();
  expectTypeOf(
    kwik.createPortalLink({ customer_id, subscription_id }),
  ).resolves.toEqualTypeOf<PortalLink & { subscription_id: string }>();
  expectTypeOf(
    kwik.createPortalLink({ customer_id, settings: {} }),
  ).resolves.not.toHaveProperty("subscription_id");
  expectTypeOf(
    kwik.createPortalLink({ customer_id, subscription_id, settings: {} }),
  )
    .resolves.toHaveProperty("subscription_id")
    .toEqualTypeOf<string>();
});

test("the result is optional where the caller's own type leaves the request open", () => {
  const request = {} as PortalLinkRequest;
  expectTypeOf(
    kwik.createPortalLink(request),
  ).resolves.toEqualTypeOf<PortalLink>();
  const own = {} as { customer_id: string; subscription_id?: string };
  expectTypeOf(kwik.createPortalLink(own)).resolves.toEqualTypeOf<PortalLink>();
  const either =
    Math.random() > 0.5 ? { customer_id, subscription_id } : { customer_id };
  expectTypeOf(
    kwik.createPortalLink(either),
  ).resolves.toEqualTypeOf<PortalLink>();
  const branches = {} as
    | { customer_id: string; subscription_id: string }
    | { customer_id: string; subscription_id?: never };
  expectTypeOf(
    kwik.createPortalLink(branches),
  ).resolves.toEqualTypeOf<PortalLink>();
});

test("the result is absent where the request says undefined", () => {
  expectTypeOf(
    kwik.createPortalLink({ customer_id, subscription_id: undefined }),
  ).resolves.not.toHaveProperty("subscription_id");
});

test("every result can be used as a PortalLink", () => {
  expectTypeOf<Omit<PortalLink, "subscription_id">>().toExtend<PortalLink>();
  expectTypeOf<
    PortalLink & { subscription_id: string }
  >().toExtend<PortalLink>();
});

test("what the contract requires is required", () => {
  //  customer_id is missing
  void kwik.createPortalLink({});
  //  customer_id is missing
  void kwik.createPortalLink({ subscription_id });
  //  there is no request without a body
  void kwik.createPortalLink();
});

test("readonly arrays, and undefined for what is optional, are accepted", () => {
  const products_ids: readonly string[] = ["pro_abc123"];
  void kwik.createPortalLink({
    customer_id,
    settings: { products_ids, show_invoices: undefined },
  });
  void kwik.createPortalLink({ customer_id, settings: undefined });
});

test("excess and misspelt properties are refused at both levels, with and without a subscription", () => {
  void kwik.createPortalLink({
    customer_id,
    //  it is subscription_id
    subscriptionId: "sub_abc123",
  });
  void kwik.createPortalLink({
    customer_id,
    subscription_id,
    //  it is settings
    setting: {},
  });
  void kwik.createPortalLink({
    customer_id,
    //  it is products_ids
    settings: { product_ids: ["pro_abc123"] },
  });
  void kwik.createPortalLink({
    customer_id,
    subscription_id,
    settings: {
      show_invoices: true,
      //  it is products_ids
      product_ids: ["pro_abc123"],
    },
  });
});

test("foreign values and wrong types are refused", () => {
  void kwik.createPortalLink({
    customer_id,
    //  cancel_type is NOW or AFTER_BILLING_PERIOD
    settings: { cancel_type: "LATER" },
  });
  void kwik.createPortalLink({
    customer_id,
    subscription_id,
    //  cancel_type is NOW or AFTER_BILLING_PERIOD
    settings: { cancel_type: "now" },
  });
  void kwik.createPortalLink({
    //  customer_id is a string
    customer_id: 1,
  });
  void kwik.createPortalLink({
    customer_id,
    //  subscription_id is a string
    subscription_id: null,
  });
  void kwik.createPortalLink({
    customer_id,
    //  show_invoices is a boolean
    settings: { show_invoices: "true" },
  });
  void kwik.createPortalLink({
    customer_id,
    //  products_ids is an array of strings
    settings: { products_ids: "pro_abc123" },
  });
});

test("a link has what the page promises and nothing else", async () => {
  const link = await kwik.createPortalLink({ customer_id });
  expectTypeOf(link).toEqualTypeOf<{
    id: string;
    session_id: string;
    customer_id: string;
    link_url: string;
    expires_at: string;
  }>();
  //  the link itself is returned, not the envelope
  void link.result;
  //  no subscription was asked for
  void link.subscription_id;
});

test("cancelTypes are the values of CancelType", () => {
  expectTypeOf(cancelTypes).toEqualTypeOf<
    readonly ["NOW", "AFTER_BILLING_PERIOD"]
  >();
  expectTypeOf<(typeof cancelTypes)[number]>().toEqualTypeOf<CancelType>();
});

test("an error carries what its catcher needs", () => {
  expectTypeOf<KwikApiError["code"]>().toEqualTypeOf<string | undefined>();
  expectTypeOf<KwikApiError["status"]>().toEqualTypeOf<number>();
  expectTypeOf<KwikApiError["fieldErrors"]>().toEqualTypeOf<
    Readonly<Record<string, FieldError>>
  >();
});

test("api is the openapi-fetch client: data on success, the failure envelope otherwise", async () => {
  const { data, error } = await kwik.api.POST("/customer-portal/link", {
    body: { customer_id },
  });
  expectTypeOf(data).toEqualTypeOf<
    { status: true; result: PortalLink } | undefined
  >();
  expectTypeOf(error)
    .exclude(undefined)
    .toHaveProperty("error_code")
    .toEqualTypeOf<string>();
  //  there is no other path
  void kwik.api.POST("/customer-portal/links", { body: { customer_id } });
  //  only POST is documented
  void kwik.api.GET("/customer-portal/link");
});

test("options are checked as well", () => {
  //  it is apiKey
  createKwikClient({ key: "key" });
  createKwikClient({ fetch: (request) => fetch(request) });
});

test("the validators are what the Standard Schema specification calls one", () => {
  expectTypeOf(validators.PortalLinkRequest).toExtend<
    StandardSchemaV1<PortalLinkRequest>
  >();
  expectTypeOf<
    StandardSchemaV1.InferOutput<typeof validators.PortalLinkRequest>
  >().toEqualTypeOf<PortalLinkRequest>();
});
