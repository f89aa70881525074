// @ts-nocheck
import { inspect } from "node:util";

type Part = Error & { headers?: Headers };

/** Each text that a log, a reporter or a debugger could make of an error. */
export function everyWayToShow(error: unknown): string[] {
  const shown: string[] = [];
  for (
    let part = error as Part | undefined;
    part;
    part = part.cause as Part | undefined
  ) {
    const inherited: unknown[] = [];
    for (const name in part) inherited.push(name, part[name as keyof Error]);
    shown.push(
      part.message,
      part.stack ?? "",
      String(part),
      JSON.stringify(part),
      JSON.stringify(inherited),
      JSON.stringify(Object.getOwnPropertyDescriptors(part)),
      inspect(part, { depth: 10, showHidden: true, maxStringLength: null }),
      JSON.stringify([...(part.headers ?? [])]),
    );
  }
  return shown;
}
