// npm start: the page's three portal links, through the package's own client. Against a Prism mock of the contract or, when
// the environment names an account, against the API itself.
import {
  createKwikClient,
  type KwikClientOptions,
  type PortalLink,
  type PortalLinkRequest,
} from "../src/index.js";
import { examplesOf } from "./contract/document.js";
import { preferExample, startPrism } from "./prism.js";

const ACCOUNT = ["KWIK_API_KEY", "KWIK_API_SECRET", "KWIK_CUSTOMER_ID"];

interface Journey {
  scenario: string;
  request: PortalLinkRequest;
  /** Why it cannot be asked, where it cannot. */
  notAsked?: string;
}

try {
  const missing = ACCOUNT.filter((name) => !process.env[name]);
  if (missing.length === ACCOUNT.length) await againstPrism();
  else if (missing.length === 0) await againstApi();
  else {
    throw new Error(
      `Not set: ${missing.join(", ")}. Set all of ${ACCOUNT.join(", ")} to ask the API, or none to ask a mock.`,
    );
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function againstPrism(): Promise<void> {
  const prism = await startPrism();
  try {
    console.log(`Prism mocks the contract at ${prism.url}\n`);
    await ask(journeys(), (scenario) => ({
      apiKey: "mock_key",
      apiSecret: "mock_secret",
      baseUrl: prism.url,
      fetch: preferExample(scenario),
    }));
  } finally {
    await prism.stop();
  }
}

async function againstApi(): Promise<void> {
  const baseUrl = process.env.KWIK_BASE_URL;
  console.log(`Creating real links at ${baseUrl ?? "the API"}\n`);
  await ask(forAccount(journeys()), () => (baseUrl ? { baseUrl } : {}));
}

/** The page's three requests, which the contract holds as examples. */
function journeys(): Journey[] {
  return Object.entries(examplesOf<PortalLinkRequest>("PortalLinkRequest")).map(
    ([scenario, request]) => ({ scenario, request }),
  );
}

/** The same requests with the account's own ids. The example's products are nobody's, so the account's defaults stand. */
function forAccount(all: Journey[]): Journey[] {
  const { KWIK_CUSTOMER_ID = "", KWIK_SUBSCRIPTION_ID } = process.env;
  return all.map(({ scenario, request }) => {
    const { subscription_id, settings, ...rest } = request;
    const { products_ids, ...ownSettings } = settings ?? {};
    const own = {
      ...rest,
      customer_id: KWIK_CUSTOMER_ID,
      ...(settings && { settings: ownSettings }),
    };
    if (!subscription_id) return { scenario, request: own };
    return KWIK_SUBSCRIPTION_ID
      ? {
          scenario,
          request: { ...own, subscription_id: KWIK_SUBSCRIPTION_ID },
        }
      : { scenario, request: own, notAsked: "KWIK_SUBSCRIPTION_ID is not set" };
  });
}

async function ask(
  all: Journey[],
  options: (scenario: string) => KwikClientOptions,
): Promise<void> {
  const rows = [["scenario", "asked for", "came back"]];
  for (const { scenario, request, notAsked } of all) {
    let answer = `not asked: ${notAsked}`;
    if (!notAsked) {
      try {
        const kwik = createKwikClient(options(scenario));
        answer = describe(await kwik.createPortalLink(request));
      } catch (error) {
        answer = `failed: ${(error as Error).message}`;
        process.exitCode = 1;
      }
    }
    rows.push([scenario, describe(request), answer]);
  }
  const widths = [0, 1].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of rows)
    console.log(
      row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "),
    );
}

function describe(message: PortalLinkRequest | PortalLink): string {
  const { customer_id, subscription_id } = message;
  return [
    "id" in message ? message.id : customer_id,
    subscription_id && `subscription_id ${subscription_id}`,
    "settings" in message && `${Object.keys(message.settings).length} settings`,
    "link_url" in message &&
      `${hidden(message.link_url)} until ${message.expires_at}`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** Whoever holds the link is let in, so a terminal gets only the host. */
function hidden(link: string): string {
  return URL.canParse(link) ? `${new URL(link).origin}/…` : "(not a URL)";
}
