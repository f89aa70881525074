// @ts-nocheck
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = await readFile(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

interface Found {
  id: string;
  impact: string;
  nodes: { target: string[]; html: string; any: { message: string }[] }[];
}

/** What axe finds serious or critical in a page, a line each. The page's own policy must have been bypassed. */
export async function seriousViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: Found[] }> };
    };
    return (await axe.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html, any }) =>
          `${id} ${target.join(" ")} ${html.slice(0, 160)} ${any[0]?.message ?? ""}`,
      ),
    );
}
