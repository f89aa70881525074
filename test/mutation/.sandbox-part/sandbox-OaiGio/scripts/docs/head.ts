// @ts-nocheck
import { escapeHtml, fillTemplate, readAsset } from "./fill-template.js";
import type { Site } from "./page.js";

/** The title, description and icon of a page; its address and image when it is known where the site will be. */
export async function pageHead(
  { document: { info }, url }: Site,
  file: string,
  title = "API reference",
): Promise<string> {
  const values = {
    title: escapeHtml(`${info.title}: ${title}`),
    description: escapeHtml(info.summary ?? ""),
    favicon: encodeURIComponent(await readAsset("favicon.svg")),
  };
  // The first page is the folder itself.
  const place =
    url &&
    (await fillTemplate("place.html", {
      ...values,
      url: new URL(file === "index.html" ? "" : file, url).href,
      image: new URL("og.png", url).href,
    }));
  return fillTemplate("head.html", { ...values, place: place ?? "" });
}
