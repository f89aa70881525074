import { asRecord, encodeBasic, tryParseJson } from "../contract/values.js";
import { cancelTypes, examples } from "../contract/generated.js";
import { LINK_PATH, originOf, type ServerAddress } from "./addresses.js";
import { problem } from "./answers.js";
import type { IncomingRequest, MockAnswer } from "./answers.js";
import type { MockOptions } from "./options.js";
import { HOME, markup, page, redirect, section } from "./page.js";
import type { Markup } from "./page.js";
import { DOCUMENTED_PORTAL } from "./portal.js";

type Fields = Record<string, unknown>;
type Field = [name: string, example: unknown];
type Described = Fields & { settings: Fields };

const { settings: SETTINGS, ...IDS } = examples.request.advancedSettings;

/** Whether it is the form of the home page, or one on a page of somebody else's. */
export function formOf(incoming: IncomingRequest, portalUrl?: string) {
  const { method, url, headers } = incoming;
  const { origin, "content-type": type, "sec-fetch-site": site } = headers;
  const isForm = type?.startsWith("application/x-www-form-urlencoded");
  if (method !== "POST" || !isForm) return undefined;
  const host = headers.host ?? /\/\/([^/]*)/.exec(url)?.[1];
  if (!originOf(host)) return "foreign";
  const own = [undefined, `http://${host}`, `https://${host}`];
  if (portalUrl) own.push(new URL(portalUrl).origin);
  // Behind a proxy that rewrites Host, the browser alone knows.
  const isOwn = site === "same-origin" || own.includes(origin);
  return isOwn ? "own" : "foreign";
}

/** As the caller names the server, so that links work from where the caller is. */
export function homeUrlOf(
  { url, headers }: IncomingRequest,
  server?: ServerAddress,
  portalUrl?: string,
): string {
  if (portalUrl) return portalUrl.replace(/portal\/$/, "");
  return `${originOf(headers.host) ?? server?.origin ?? new URL(url).origin}/`;
}

/** Where links begin. Without a server behind them they are as documented. */
export function portalUrlOf(
  incoming: IncomingRequest,
  server?: ServerAddress,
  portalUrl?: string,
): string {
  if (!portalUrl && !server) return DOCUMENTED_PORTAL;
  return portalUrl ?? `${homeUrlOf(incoming, server)}portal/`;
}

interface Home {
  url: string;
  options: MockOptions;
  send: (call: IncomingRequest) => MockAnswer;
  hasLink: (token: string) => boolean;
}

/** A page that creates a link and opens it, for somebody who has not written a line yet. */
export function homeAnswer(
  incoming: IncomingRequest,
  form: ReturnType<typeof formOf>,
  home: Home,
): MockAnswer {
  if (form === "foreign")
    return problem(403, "Another page may not call the mock.");
  if (form) return submit(incoming, home);
  const query = new URLSearchParams(incoming.url.split("?")[1]);
  const request = requestOf(query);
  if (query.has("show")) return homePage(request, curl(request, home));
  const settings = { ...SETTINGS, redirect_url: home.url };
  return homePage({ ...IDS, settings });
}

/** Makes the very call of the curl, and opens its link. */
function submit(incoming: IncomingRequest, home: Home): MockAnswer {
  const request = requestOf(new URLSearchParams(incoming.body));
  const { apiKey = "key", apiSecret = "secret" } = home.options;
  const headers = {
    host: incoming.headers.host ?? "",
    authorization: `Basic ${encodeBasic(apiKey, apiSecret)}`,
    "content-type": "application/json",
  };
  const url = incoming.url.replace(/\/(\?.*)?$/, LINK_PATH);
  const body = JSON.stringify(request);
  const answer = home.send({ method: "POST", url, headers, body });
  const { status, note, fault } = answer;
  const json = tryParseJson(answer.body);
  const { link_url } = asRecord(asRecord(json).result);
  const token = String(link_url).replace(/.*\//, "");
  if (fault) return answer;
  if (home.hasLink(token)) return redirect(`portal/${token}`, note);
  const text = json ? JSON.stringify(json, null, 2) : answer.body;
  const refusal = section("answer", `The answer was HTTP ${status}`, [
    markup`<p role="alert">${note}</p>\n${pre(text.slice(0, 5000))}`,
  ]);
  const shown = homePage(request, refusal);
  return { ...shown, status: status < 400 ? 200 : status, note };
}

/** The request that a form describes. What is left empty is undefined, which JSON leaves out. */
function requestOf(form: URLSearchParams): Described {
  const read = (fields: object): Fields => {
    const values = Object.entries(fields).map(([name, example]: Field) => {
      const text = form.get(name);
      if (typeof example === "boolean") return [name, text !== null];
      const list = text?.split(",").map((item) => item.trim());
      const value = Array.isArray(example) ? list?.filter(Boolean) : text;
      return [name, text ? value : undefined];
    });
    return Object.fromEntries(values) as Fields;
  };
  return { ...read(IDS), settings: read(SETTINGS) };
}

function homePage(request: Described, shown?: Markup): MockAnswer {
  const values: Fields = { ...request, ...request.settings };
  const field = ([name, example]: Field): Markup => {
    const given = values[name];
    const value = Array.isArray(given) ? given.join(",") : (given as string);
    const words = wordsOf(name);
    const checked = given === true && markup` checked`;
    if (typeof example === "boolean")
      return markup`<label><input type="checkbox" name="${name}"${checked}> ${words}</label>\n`;
    const options = cancelTypes.map((type) => {
      const selected = type === value && markup` selected`;
      return markup`<option value="${type}"${selected}>${wordsOf(type)}</option>`;
    });
    return name === "cancel_type"
      ? markup`<label>${words} <select name="${name}">${options}</select></label>\n`
      : markup`<label>${words} <input name="${name}" value="${value}"></label>\n`;
  };
  const all: Field[] = Object.entries({ ...IDS, ...SETTINGS });
  const choices = all.filter(([, example]) => typeof example === "boolean");
  const texts = all.filter((one) => !choices.includes(one));
  const form = markup`<form method="post" action="#answer">
<div class="fields">${texts.map(field)}</div>
<div class="fields">${choices.map(field)}</div>
<p class="buttons"><button data-testid="create">Create link and open the portal</button>
<button class="other" name="show" value="curl" formmethod="get" formaction="#curl" data-testid="show-curl">Show the curl</button></p>
</form>\n`;
  const introduction = markup`<p>Your server asks Kwik for a link. Your customer opens it, and manages their subscription, billing info and invoices there.</p>
<p>Say whom the link is for and what it lets them do, and open it.</p>`;
  const sections = [section("link", "The link", [form]), shown];
  return page(200, "Kwik customer portal", introduction, sections, HOME);
}

/** "Redirect URL" for `redirect_url`, "After billing period" for `AFTER_BILLING_PERIOD`. */
function wordsOf(name: string): string {
  const words = name.toLowerCase().replaceAll("_", " ");
  const text = words.replace("url", "URL").replace(/s? id(?=s?$)/, " ID");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function curl(request: Described, { url, options }: Home): Markup {
  const isOpen = (options.apiKey ?? options.apiSecret) === undefined;
  const user = isOpen ? "key:secret" : '"$KWIK_API_KEY:$KWIK_API_SECRET"';
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const json = quote(JSON.stringify(request, null, 2));
  const link = quote(url + LINK_PATH.slice(1));
  const command = `curl -u ${user} -H 'Content-Type: application/json' \\\n  -d ${json} \\\n  ${link}`;
  return section("curl", "The same with curl", [pre(command)]);
}

const pre = (text: string) => markup`<pre tabindex="0">${text}</pre>\n`;
