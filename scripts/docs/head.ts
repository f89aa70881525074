import type { ContractDocument } from "./contract.js";
import { fillTemplate, readAsset } from "./fill-template.js";

/** The title, description, icon and canonical link of a page of the reference. */
export async function pageHead(
  { info }: ContractDocument,
  page: string,
  siteUrl: string | undefined,
): Promise<string> {
  return fillTemplate("head.html", {
    title: escapeHtml(`${info.title}: API reference`),
    description: escapeHtml(info.summary),
    url: escapeHtml(siteUrl ? new URL(page, siteUrl).href : page),
    favicon: encodeURIComponent(await readAsset("favicon.svg")),
  });
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
