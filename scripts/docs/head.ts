import type { ContractDocument } from "./contract.js";

/** What every page of the reference says about itself. */
export function headOf(
  { info }: ContractDocument,
  page: string,
  siteUrl: string | undefined,
): string {
  const url = siteUrl ? new URL(page, siteUrl).href : page;
  const title = escapeHtml(`${info.title}: API reference`);
  const description = escapeHtml(info.summary);
  return `<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${description}">
<link rel="canonical" href="${escapeHtml(url)}">
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(FAVICON)}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:type" content="website">
<meta property="og:url" content="${escapeHtml(url)}">`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A door that stands open. */
export const FAVICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#1550b8"/><path fill="#fff" d="M4 3h8v10H4z"/><path fill="#8ab4f8" d="m4 3 5 2v10l-5-2z"/></svg>\n';
