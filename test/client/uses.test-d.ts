// What programs write: each option is given, each field is read. A release whose types still compile this breaks none of them.
import { expectTypeOf, test } from "vitest";
import {
  createKwikClient,
  KwikApiError,
  KwikConnectionError,
  KwikContractError,
  KwikError,
  KwikTimeoutError,
  type CallOptions,
  type ContractViolation,
  type CreatePortalLink,
  type ErrorDetail,
  type ErrorResponse,
  type KwikAttempt,
  type KwikClient,
  type KwikClientOptions,
  type paths,
  type PortalLink,
  type PortalLinkResponse,
  type PortalSettings,
} from "../../src/index.js";
import {
  createMockHandler,
  startMockServer,
  type MockAnswerName,
  type MockControls,
  type MockHandler,
  type MockOptions,
  type MockRequest,
  type MockServer,
  type MockServerOptions,
  type NextOptions,
} from "../../src/mock.js";
import {
  ErrorResponse as Failure,
  PortalLinkResponse as Success,
  type StandardIssue,
  type StandardResult,
  type StandardSchemaV1,
} from "../../src/validate.js";

// Any text, number and choice: a literal would still fit a narrower type.
const [text, number, choice] = ["", 1, true] as [string, number, boolean];
const settings: PortalSettings = {
  show_invoices: choice,
  show_billing_info: choice,
  allow_update_billing_info: choice,
  allow_cancel: choice,
  cancel_type: choice ? "NOW" : "AFTER_BILLING_PERIOD",
  allow_switch_plan: choice,
  products_ids: [text],
  redirect_url: text,
  page_title: text,
};

test("each option of the client", () => {
  const options: KwikClientOptions = {
    apiKey: text,
    apiSecret: text,
    baseUrl: text,
    fetch: (request: Request) => globalThis.fetch(request),
    timeoutMs: number,
    maxRetries: number,
    onContractViolation: (violation: ContractViolation) => violation.field,
    onAttempt: (attempt: KwikAttempt) => attempt.number,
    dangerouslyAllowBrowser: choice,
  };
  const kwik: KwikClient = createKwikClient(options);
  createKwikClient();
  const call: CallOptions = {
    signal: new AbortController().signal,
    timeoutMs: number,
  };
  const create: CreatePortalLink = kwik.createPortalLink;
  void create({ customer_id: text, subscription_id: text, settings }, call);
  expectTypeOf<paths>().toHaveProperty("/customer-portal/link");
});

test("each field that a program reads", () => {
  const attempt = {} as KwikAttempt;
  expectTypeOf(attempt.number).toEqualTypeOf<number>();
  expectTypeOf(attempt.durationMs).toEqualTypeOf<number>();
  expectTypeOf(attempt.status).toEqualTypeOf<number | undefined>();
  expectTypeOf(attempt.code).toEqualTypeOf<string | undefined>();
  expectTypeOf(attempt.error).toExtend<string | undefined>();
  expectTypeOf(attempt.retryInMs).toEqualTypeOf<number | undefined>();
  const { subscription_id } = {} as PortalLink;
  expectTypeOf(subscription_id).toEqualTypeOf<string | undefined>();
  const violation = {} as ContractViolation;
  expectTypeOf(violation).toEqualTypeOf<{
    field: string;
    rule: string;
    message: string;
  }>();
  const { error_code, error_message, error_details, status } =
    {} as ErrorResponse;
  expectTypeOf(status).toEqualTypeOf<false>();
  expectTypeOf([error_code, error_message]).toEqualTypeOf<string[]>();
  expectTypeOf(error_details).toEqualTypeOf<ErrorDetail[] | undefined>();
  const { record, errors } = {} as ErrorDetail;
  expectTypeOf(record.id).toEqualTypeOf<unknown>();
  expectTypeOf(errors.customer_id?.message).toEqualTypeOf<string | undefined>();
  expectTypeOf(errors.customer_id?.rule).toEqualTypeOf<string | undefined>();
  expectTypeOf<PortalLinkResponse["status"]>().toEqualTypeOf<true>();
});

test("each class of error, and what it holds", () => {
  const error: unknown = undefined;
  if (error instanceof KwikError)
    expectTypeOf([error.name, error.message]).toEqualTypeOf<string[]>();
  if (error instanceof KwikApiError) {
    expectTypeOf(error.headers).toEqualTypeOf<Headers>();
    expectTypeOf(error.body).toEqualTypeOf<string | undefined>();
    expectTypeOf(error).toExtend<KwikError>();
  }
  if (error instanceof KwikConnectionError)
    expectTypeOf(error.cause).toEqualTypeOf<unknown>();
  if (error instanceof KwikTimeoutError)
    expectTypeOf(error.timeoutMs).toEqualTypeOf<number>();
  if (error instanceof KwikContractError) {
    expectTypeOf(error.violations).toEqualTypeOf<
      readonly ContractViolation[]
    >();
    expectTypeOf(error.status).toEqualTypeOf<number | undefined>();
    expectTypeOf(error.headers).toEqualTypeOf<Headers | undefined>();
    expectTypeOf(error.body).toEqualTypeOf<string | undefined>();
  }
});

test("each option and control of the mock", async () => {
  const options: MockOptions = {
    apiKey: text,
    apiSecret: text,
    seed: number,
    clock: () => (choice ? new Date() : number),
    linkLifetimeMs: number,
    latencyMs: number,
    portalUrl: text,
  };
  const onServer: MockServerOptions = {
    ...options,
    port: number,
    host: text,
    log: (line: string) => void line,
  };
  const handler: MockHandler = createMockHandler(options);
  createMockHandler();
  createKwikClient({ fetch: handler });
  const server: MockServer = await startMockServer(onServer);
  await startMockServer();
  expectTypeOf(server.url).toEqualTypeOf<string>();
  expectTypeOf(server.port).toEqualTypeOf<number>();
  expectTypeOf(server.close).toEqualTypeOf<() => Promise<void>>();
  const mock: MockControls = server;
  const next: NextOptions = {
    status: number,
    headers: { [text]: text },
    times: number,
  };
  const names: MockAnswerName[] = [
    "noSubscription",
    "subscription",
    "advancedSettings",
    "invalidApiKey",
    "validationFailed",
    "recordNotFound",
    "invalidBodyLayout",
    "rateLimited",
    "serverError",
    "notJson",
    "emptyBody",
    "timeout",
    "connectionLost",
    "linkMissing",
  ];
  for (const name of names) mock.next(name, next);
  mock.next({ ...next, body: {} });
  mock.reset();
  expectTypeOf(mock.requests).toEqualTypeOf<readonly MockRequest[]>();
  expectTypeOf<MockRequest>().toEqualTypeOf<{
    method: string;
    url: string;
    headers: Record<string, string>;
    body: unknown;
  }>();
});

test("what a validator says", () => {
  const schema: StandardSchemaV1<ErrorResponse> = Failure;
  const result: StandardResult<ErrorResponse> = schema["~standard"].validate(1);
  if (result.issues)
    expectTypeOf(result.issues).toEqualTypeOf<readonly StandardIssue[]>();
  else expectTypeOf(result.value).toEqualTypeOf<ErrorResponse>();
  expectTypeOf<StandardIssue>().toEqualTypeOf<{
    readonly message: string;
    readonly path: readonly (string | number)[];
  }>();
  expectTypeOf(Success).toEqualTypeOf<StandardSchemaV1<PortalLinkResponse>>();
});
