// npm start: the three scenarios of the vendor's page. They run against the mock or, when the environment names an account,
// against the API itself.
import {
  createKwikClient,
  type KwikClientOptions,
  type PortalLink,
  type PortalLinkRequest,
} from "kwik-portal-link";
import { startMockServer } from "kwik-portal-link/mock";

const ACCOUNT = ["KWIK_API_KEY", "KWIK_API_SECRET", "KWIK_CUSTOMER_ID"];
const { KWIK_CUSTOMER_ID, KWIK_SUBSCRIPTION_ID, KWIK_BASE_URL } = process.env;

const customer_id = KWIK_CUSTOMER_ID || "cus_abc123";
const subscription_id = KWIK_CUSTOMER_ID ? KWIK_SUBSCRIPTION_ID : "sub_abc123";
const subscription = subscription_id ? { subscription_id } : {};

const SCENARIOS: [name: string, request: PortalLinkRequest][] = [
  ["noSubscription", { customer_id }],
  ["subscription", { customer_id, ...subscription }],
  [
    "advancedSettings",
    {
      customer_id,
      ...subscription,
      settings: {
        show_invoices: true,
        show_billing_info: true,
        allow_update_billing_info: true,
        allow_cancel: true,
        cancel_type: "AFTER_BILLING_PERIOD",
        allow_switch_plan: true,
        // An account has products of its own.
        ...(!KWIK_CUSTOMER_ID && {
          products_ids: ["pro_abc123", "pro_def456"],
        }),
        redirect_url: "https://my-portal.site.com",
        page_title: "My SaaS business",
      },
    },
  ],
];

const missing = ACCOUNT.filter((name) => !process.env[name]);
if (missing.length === 0) {
  console.log(`Creating real links at ${KWIK_BASE_URL ?? "the API"}\n`);
  await run({ baseUrl: KWIK_BASE_URL });
} else if (missing.length === ACCOUNT.length) {
  const mock = await startMockServer();
  console.log(`The mock plays the API at ${mock.url}\n`);
  await run({ apiKey: "key", apiSecret: "secret", baseUrl: mock.url });
  await mock.close();
} else {
  console.error(
    `Not set: ${missing.join(", ")}. Set all of ${ACCOUNT.join(", ")} to use the API, or none to use the mock.`,
  );
  process.exitCode = 1;
}

async function run(options: KwikClientOptions): Promise<void> {
  const kwik = createKwikClient(options);
  const rows = [["scenario", "request", "response"]];
  for (const [name, request] of SCENARIOS) {
    const isPossible = name === "noSubscription" || subscription_id;
    rows.push([
      name,
      isPossible ? describeRequest(request) : "",
      isPossible
        ? await kwik.createPortalLink(request).then(describeLink, describeError)
        : "not sent: KWIK_SUBSCRIPTION_ID is not set",
    ]);
  }
  const widths = [0, 1].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of rows)
    console.log(
      row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "),
    );
}

function describeRequest(request: PortalLinkRequest): string {
  const { customer_id, subscription_id, settings } = request;
  const count = settings && `${Object.keys(settings).length} settings`;
  return [customer_id, subscription_id, count].filter(Boolean).join(", ");
}

/** Whoever holds the link is let in, so a terminal shows only its host. */
function describeLink(link: PortalLink): string {
  const { id, subscription_id, link_url, expires_at } = link;
  const shown = `${new URL(link_url).origin}/… until ${expires_at}`;
  return [id, subscription_id, shown].filter(Boolean).join(", ");
}

function describeError(error: unknown): string {
  process.exitCode = 1;
  return `failed: ${(error as Error).message}`;
}
