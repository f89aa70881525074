// npm start: the three scenarios of the vendor's page. They run against the mock or, when the environment names an account,
// against the API itself.
import {
  createKwikClient,
  type KwikClientOptions,
  type PortalLink,
  type PortalLinkRequest,
} from "kwik-portal-link";
import { startMockServer } from "kwik-portal-link/mock";
import contract from "kwik-portal-link/openapi.json" with { type: "json" };

const ACCOUNT = ["KWIK_API_KEY", "KWIK_API_SECRET", "KWIK_CUSTOMER_ID"];
const { KWIK_CUSTOMER_ID, KWIK_SUBSCRIPTION_ID, KWIK_BASE_URL } = process.env;

const NEXT = `
These links are the mock's, and ended with it. What to try next:

  npm run mock   keeps the mock up, says how to create a link, and shows the portal behind it
  README.md      puts a "Manage billing" button on your site
  export ${ACCOUNT.join("=… ")}=…
                 makes npm start create real links`;

const { examples } = contract.components;
const SCENARIOS = [
  "noSubscription",
  "subscription",
  "advancedSettings",
] as const;

/** The contract's example; with an account, for its own ids, and without the products, which are nobody's. */
function requestOf(name: (typeof SCENARIOS)[number]): PortalLinkRequest {
  const example = examples[`PortalLinkRequest.${name}`].value;
  const { settings, subscription_id } = example as PortalLinkRequest;
  const { products_ids: _, ...own } = settings ?? {};
  if (!KWIK_CUSTOMER_ID) return example as PortalLinkRequest;
  return {
    customer_id: KWIK_CUSTOMER_ID,
    ...(subscription_id && { subscription_id: KWIK_SUBSCRIPTION_ID }),
    ...(settings && { settings: own }),
  };
}

const missing = ACCOUNT.filter((name) => !process.env[name]);
if (missing.length === 0) {
  console.log(`Creating real links at ${KWIK_BASE_URL ?? "the API"}:\n`);
  await run({ baseUrl: KWIK_BASE_URL });
} else if (missing.length === ACCOUNT.length) {
  const mock = await startMockServer();
  console.log(`Creating links at ${mock.url}, where the mock plays the API:\n`);
  await run({ apiKey: "key", apiSecret: "secret", baseUrl: mock.url });
  await mock.close();
  console.log(NEXT);
} else {
  console.error(
    `Not set: ${missing.join(", ")}. Set all of ${ACCOUNT.join(", ")} to use the API, or none to use the mock.`,
  );
  process.exitCode = 1;
}

async function run(options: KwikClientOptions): Promise<void> {
  const kwik = createKwikClient(options);
  const rows = [
    ["scenario", "settings", "subscription_id", "id", "expires_at"],
  ];
  for (const name of SCENARIOS) {
    const request = requestOf(name);
    const settings = `${Object.keys(request.settings ?? {}).length}`;
    const isPossible =
      !("subscription_id" in request) || request.subscription_id;
    const cells = isPossible
      ? await kwik.createPortalLink(request).then(describeLink, describeError)
      : ["not sent: KWIK_SUBSCRIPTION_ID is not set"];
    rows.push([name, settings, ...cells]);
  }
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(
      ...rows.map((row) => (row[column + 1] && row[column]?.length) || 0),
    ),
  );
  for (const row of rows)
    console.log(
      row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "),
    );
}

/** Whoever holds `link_url` is let in, so a terminal does not show it. */
function describeLink({ subscription_id, id, expires_at }: PortalLink) {
  return [subscription_id ?? "none", id, expires_at];
}

function describeError(error: unknown) {
  process.exitCode = 1;
  return [`failed: ${(error as Error).message}`];
}
