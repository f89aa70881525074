import { print } from "./page.js";

type Measure = () => number | Promise<number>;
type Times<Name extends string> = Record<Name, number[]>;
type Budget = { atMost: number } | { atLeast: number };

/**
 * Measures in turn, in another order each round, so that what disturbs the machine disturbs every measure, and prints the
 * medians beside that of the first measure.
 *
 * @returns name → one measurement per round.
 */
export async function measure<Name extends string>(
  title: string,
  { rounds, warmUp = 0 }: { rounds: number; warmUp?: number },
  measures: Record<Name, Measure>,
): Promise<Times<Name>> {
  const names = Object.keys(measures) as Name[];
  const times = Object.fromEntries(
    names.map((name) => [name, [] as number[]]),
  ) as Times<Name>;
  for (let round = -warmUp; round < rounds; round++)
    for (const name of names.toSorted(() => Math.random() - 0.5)) {
      const time = await measures[name]();
      if (round >= 0) times[name].push(time);
    }
  print(`\n| ${title} | median of ${rounds} interleaved rounds | ratio |`);
  print("| --- | ---: | ---: |");
  for (const name of names) {
    const figure = Number(median(times[name]).toPrecision(4));
    const ratio = ratioOf(times[name], times[names[0] as Name]).toFixed(2);
    print(`| ${name} | ${figure} | ${ratio} |`);
  }
  print("");
  return times;
}

/** ms per call, one call at a time. */
export const timeOf =
  (work: () => unknown, calls = 1) =>
  async () => {
    const start = performance.now();
    for (let call = 0; call < calls; call++) await work();
    return (performance.now() - start) / calls;
  };

/** The median of each round's own ratio: a slow moment of the machine cancels out. */
export function checkRatio(
  what: string,
  ours: number[],
  theirs: number[],
  budget: Budget,
) {
  checkBudget(what, ratioOf(ours, theirs), budget);
}

/** Prints a figure beside its budget. The command fails when the figure breaks it, or is no number. */
export function checkBudget(what: string, figure: number, budget: Budget) {
  const [limit, met] =
    "atMost" in budget
      ? [`at most ${budget.atMost}`, figure <= budget.atMost]
      : [`at least ${budget.atLeast}`, figure >= budget.atLeast];
  const shown = Number.isInteger(figure) ? figure : figure.toFixed(2);
  print(
    `- ${what}: ${shown}. Budget: ${limit}, ${met ? "met" : "**missed**"}.`,
  );
  if (!met) process.exitCode = 1;
}

export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}

function ratioOf(ours: number[], theirs: number[]): number {
  return median(ours.map((value, round) => value / (theirs[round] ?? NaN)));
}
