// @ts-nocheck
// Stock Prism, the mock and the generated validators give the same verdict on every request and blame the same fields, by the
// same rules.
import fc from "fast-check";
import { expect, test } from "vitest";
import { validatePortalLinkRequest } from "../../src/contract/generated.js";
import { violationsOf } from "../../src/contract/violations.js";
import { mock, post, prism, type Provider } from "./providers.js";
import { requests } from "./requests.js";

/** npm run test:deep sets the mode. */
const RUNS = import.meta.env.MODE === "deep" ? 100_000 : 1_000;
const SEED = Number(process.env.SEED ?? 20_261_122);
/** Sent at once; Prism answers about as fast as two cores let it. */
const BATCH = 50;

async function by(provider: Provider, request: unknown): Promise<string[]> {
  const answer = await post(provider, JSON.stringify(request));
  if (answer.status === 200) return [];
  expect(answer.status).toBe(422);
  return answer.violations;
}

function byValidators(request: unknown): string[] {
  return violationsOf(validatePortalLinkRequest, request).map(
    ({ field, rule }) => `${field} ${rule}`,
  );
}

/** The fields alone: the vendor's envelope has room for one rule of each, and no name for the body as a whole. */
function blamed(violations: string[]): string {
  const fields = violations.map((violation) =>
    violation === "body layout"
      ? ""
      : violation.slice(0, violation.lastIndexOf(" ")),
  );
  return JSON.stringify([...new Set(fields)]);
}

/** Where the two differ on purpose: an example of it, what each says, and why. */
const DIFFERENCES = [
  {
    reason:
      'for Prism a falsy body (null, false, 0, "") is no body; the validators judge the value',
    applies: (request: unknown) => !request,
    example: null,
    prism: [" required"],
    mock: ["body layout"],
    validators: [" type"],
  },
];

test.for(DIFFERENCES)(
  "differs on purpose: $reason",
  async ({ applies, example, ...said }, { expect }) => {
    expect(applies(example)).toBe(true);
    expect(await by(prism, example)).toEqual(said.prism);
    expect(await by(mock, example)).toEqual(said.mock);
    expect(byValidators(example)).toEqual(said.validators);
  },
);

test(
  `Prism, the mock and the validators agree on ${RUNS} requests (seed ${SEED})`,
  { timeout: RUNS * 60 },
  async () => {
    console.info(`${RUNS} requests, seed ${SEED}`);
    const common = requests().filter(
      (request) => !DIFFERENCES.some(({ applies }) => applies(request)),
    );
    const all = fc.sample(common, { seed: SEED, numRuns: RUNS });
    const disagreements: {
      request: unknown;
      prism: string[];
      mock: string[];
      validators: string[];
    }[] = [];
    const verdicts: string[][] = [];
    for (let at = 0; at < all.length; at += BATCH) {
      const batch = all.slice(at, at + BATCH);
      const answers = await Promise.all(
        batch.map(async (request) => ({
          request,
          prism: (await by(prism, request)).sort(),
          mock: (await by(mock, request)).sort(),
          validators: byValidators(request).sort(),
        })),
      );
      for (const verdict of answers) {
        verdicts.push(verdict.validators);
        if (
          verdict.prism.join() !== verdict.validators.join() ||
          blamed(verdict.mock) !== blamed(verdict.validators)
        )
          disagreements.push(verdict);
      }
    }
    const shortest = disagreements.sort(
      (a, b) =>
        JSON.stringify(a.request).length - JSON.stringify(b.request).length,
    );
    expect(shortest.slice(0, 5)).toEqual([]);

    // What was never tried proves nothing.
    const accepted = verdicts.filter(({ length }) => length === 0).length;
    console.info(`${accepted} accepted, ${RUNS - accepted} refused`);
    expect(accepted).toBeGreaterThan(RUNS / 10);
    expect(RUNS - accepted).toBeGreaterThan(RUNS / 10);
    const rules = new Set(
      verdicts
        .flat()
        .map((violation) => violation.slice(violation.lastIndexOf(" ") + 1)),
    );
    expect([...rules].sort()).toEqual([
      "additionalProperties",
      "enum",
      "format",
      "required",
      "type",
    ]);
  },
);
