// What must and must not compile. Each marker stands on the line that the compiler has to complain about.
import { expectTypeOf, test } from "vitest";
import {
  cancelTypes,
  createKwikClient,
  KwikApiError,
} from "../../src/index.js";
import type * as kwik from "../../src/index.js";

const { createPortalLink, api } = createKwikClient();
const customer_id = "cus_abc123";
const subscription_id = "sub_abc123";
type Link = kwik.PortalLink;
type Bare = Omit<Link, "subscription_id">;
type Fields = "id" | "session_id" | "customer_id" | "link_url" | "expires_at";

test("the result follows the request", () => {
  const bare = createPortalLink({ customer_id, settings: {} });
  expectTypeOf(bare).resolves.toEqualTypeOf<Bare>();
  expectTypeOf(bare).resolves.toEqualTypeOf<Record<Fields, string>>();
  expectTypeOf<Bare>().toExtend<Link>();
  const none = createPortalLink({ customer_id, subscription_id: undefined });
  expectTypeOf(none).resolves.toEqualTypeOf<Bare>();
  const full = createPortalLink({ customer_id, subscription_id });
  type Full = Link & { subscription_id: string };
  expectTypeOf(full).resolves.toEqualTypeOf<Full>();
  // Where the caller's own type leaves the request open, the result is too.
  const open = {} as kwik.PortalLinkRequest;
  expectTypeOf(createPortalLink(open)).resolves.toEqualTypeOf<Link>();
  const own = {} as { customer_id: string; subscription_id?: string };
  expectTypeOf(createPortalLink(own)).resolves.toEqualTypeOf<Link>();
  const either = Math.random() > 0.5 ? { customer_id, subscription_id } : own;
  expectTypeOf(createPortalLink(either)).resolves.toEqualTypeOf<Link>();
});

test("what the contract knows is accepted, and nothing else", () => {
  const products_ids: readonly string[] = [];
  const settings: kwik.PortalSettings = { products_ids, page_title: undefined };
  const call: kwik.CreatePortalLink = createPortalLink;
  void call({ customer_id, settings }, { timeoutMs: 1 });
  void call({ customer_id, settings: undefined }, new AbortController());
  // @ts-expect-error customer_id is missing
  void createPortalLink({ subscription_id });
  // @ts-expect-error there is no request without a body
  void createPortalLink();
  // @ts-expect-error it is subscription_id
  void createPortalLink({ customer_id, subscriptionId: "sub_abc123" });
  // @ts-expect-error it is products_ids
  void createPortalLink({ customer_id, settings: { product_ids: [] } });
  // @ts-expect-error cancel_type is NOW or AFTER_BILLING_PERIOD
  void createPortalLink({ customer_id, settings: { cancel_type: "LATER" } });
  // @ts-expect-error subscription_id is a string
  void createPortalLink({ customer_id, subscription_id: null });
  // @ts-expect-error it is timeoutMs
  void createPortalLink({ customer_id }, { timeout: 1 });
  // @ts-expect-error it is apiKey
  createKwikClient({ key: "key" });
});

test("each option of the client, and each field of an error", () => {
  const [text, number, choice] = ["", 1, true] as [string, number, boolean];
  const options: Required<kwik.KwikClientOptions> = {
    apiKey: text,
    apiSecret: text,
    baseUrl: text,
    fetch: (request: Request) => fetch(request),
    timeoutMs: number,
    maxRetries: number,
    onContractViolation: ({ field, rule, message }) => field + rule + message,
    onAttempt: (attempt: kwik.KwikAttempt) => attempt.retryInMs ?? attempt.code,
    dangerouslyAllowBrowser: choice,
    dangerouslyAllowHttp: choice,
  };
  const client: kwik.KwikClient = createKwikClient(options);
  const error: unknown = client;
  if (!(error instanceof KwikApiError)) return;
  const { status, code, headers, body, fieldErrors } = error;
  expectTypeOf(error).toExtend<kwik.KwikError>();
  expectTypeOf({ status, code, headers, body, fieldErrors }).toEqualTypeOf<{
    status: number;
    code: string | undefined;
    headers: Readonly<Record<string, string>>;
    body: string | undefined;
    fieldErrors: Readonly<Record<string, kwik.FieldError>>;
  }>();
  expectTypeOf<kwik.KwikTimeoutError["timeoutMs"]>().toEqualTypeOf<number>();
  const { violations = [] } = {} as kwik.KwikContractError;
  expectTypeOf(violations).toExtend<readonly kwik.ContractViolation[]>();
});

test("api is the openapi-fetch client", async () => {
  const body = { customer_id };
  const { data, error } = await api.POST("/customer-portal/link", { body });
  expectTypeOf(data).toEqualTypeOf<kwik.PortalLinkResponse | undefined>();
  expectTypeOf(error?.error_code).toEqualTypeOf<string | undefined>();
  // @ts-expect-error there is no other path
  void api.POST("/customer-portal/links", { body });
  // @ts-expect-error only POST is documented
  void api.GET("/customer-portal/link");
  const [now, atEnd] = cancelTypes;
  expectTypeOf([now, atEnd]).toEqualTypeOf<kwik.CancelType[]>();
});
