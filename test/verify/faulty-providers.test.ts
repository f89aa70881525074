// npm run test:verify: each faulty provider is told by the one rule that it breaks, and no other.
import { expect, inject, test } from "vitest";
import { RULES } from "../../src/verify/rules.js";
import { verify } from "../../src/verify/verify.js";
import { API_KEY, API_SECRET, GALLERY } from "./faulty-providers.js";
import { serve } from "./serve-provider.js";

const account = {
  apiKey: API_KEY,
  apiSecret: API_SECRET,
  customerId: "cus_abc123",
  subscriptionId: "sub_abc123",
  onProgress: () => {},
};

test.concurrent.for(GALLERY)(
  "$name: $breaks",
  async ({ breaks, warns, provider }, { expect }) => {
    const server = await serve(provider());
    try {
      const verification = await verify({ ...account, baseUrl: server.url });
      const { outcome, verdicts } = verification;
      const of = (kind: string) =>
        verdicts.filter(({ verdict }) => verdict === kind).map(({ id }) => id);
      expect(of("failed")).toEqual(breaks ? [breaks] : []);
      expect(of("warning")).toEqual(warns ? [warns] : []);
      expect(outcome).toBe(breaks ? "failed" : "passed");
      if (!breaks) expect(of("skipped")).toEqual([]);
      const told = JSON.stringify(verification);
      expect(told).not.toMatch(/ses_|cpl_|\/portal\/\w/);
      expect(told).not.toContain(API_SECRET);
    } finally {
      await server.close();
    }
  },
);

test("the gallery has a provider for every rule", () => {
  const shown = new Set(
    GALLERY.flatMap(({ breaks, warns }) => breaks ?? warns),
  );
  const rules = RULES.map(({ id }) => id);
  expect(rules.filter((id) => !shown.has(id))).toEqual([]);
  expect(GALLERY.filter(({ breaks }) => breaks).length).toBeGreaterThan(40);
});

test("Prism breaks what a mock of fixed examples must", async () => {
  const baseUrl = inject("prismUrl");
  const { verdicts } = await verify({ ...account, baseUrl });
  expect(
    verdicts.filter(({ verdict }) => verdict === "failed").map(({ id }) => id),
  ).toEqual([
    "result.subscription_id",
    "result.expires_at.future",
    "result.distinct",
    "auth.checked",
  ]);
});
