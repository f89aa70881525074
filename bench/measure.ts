import { availableParallelism, cpus, loadavg } from "node:os";

type Measure = () => Promise<number>;

/** What a figure means without its machine is little. */
export function printMachine(): void {
  const cpu = cpus()[0]?.model.trim();
  const load = loadavg()[0]?.toFixed(1);
  console.log(
    `Node ${process.version} on ${availableParallelism()} cores of ${cpu}, under a load of ${load} before it began.`,
  );
}

/**
 * Measures in turn, in another order each round, so that what disturbs the machine disturbs every measure. Prints the medians,
 * and the median of each round's own ratio to the first measure.
 */
export async function measure(
  title: string,
  rounds: number,
  measures: Record<string, Measure>,
): Promise<void> {
  const names = Object.keys(measures);
  const figures = new Map<string, number[]>(names.map((name) => [name, []]));
  const warmUp = Math.ceil(rounds / 5);
  for (let round = -warmUp; round < rounds; round++)
    for (const name of names.toSorted(() => Math.random() - 0.5)) {
      const figure = (await measures[name]?.()) ?? NaN;
      if (round >= 0) figures.get(name)?.push(figure);
    }
  const [first = []] = figures.values();
  console.log(`\n| ${title} | median of ${rounds} rounds | ratio |`);
  console.log("| --- | ---: | ---: |");
  for (const [name, values] of figures) {
    const ratio = median(values.map((value, at) => value / (first[at] ?? NaN)));
    const figure = Number(median(values).toPrecision(4));
    console.log(`| ${name} | ${figure} | ${ratio.toFixed(2)} |`);
  }
}

/** ms per call, one call at a time. */
export const timeOf =
  (work: () => unknown, calls = 1): Measure =>
  async () => {
    const start = performance.now();
    for (let call = 0; call < calls; call++) await work();
    return (performance.now() - start) / calls;
  };

const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
