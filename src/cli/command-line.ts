import { parseArgs, type ParseArgsConfig } from "node:util";

/** A mistake of whoever typed the command: told in a sentence, without a stack. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Reads a command's options.
 *
 * @throws {UsageError} for an unknown one, with the one that was meant; for what is no option; for a missing value.
 */
export function readOptions<
  const Options extends NonNullable<ParseArgsConfig["options"]>,
>(args: string[], options: Options) {
  const names = Object.keys(options).map((name) => `--${name}`);
  // What follows an option may be its value, and a secret.
  const isValue = (at: number) =>
    options[args[at - 1]?.slice(2) ?? ""]?.type === "string";
  const unknown = args
    .filter((arg, at) => /^--./.test(arg) && !isValue(at))
    .find((arg) => !names.includes(arg.split("=")[0] ?? ""));
  if (unknown) {
    const typed = /^[^=:\s]*/.exec(unknown)?.[0] ?? "";
    if (names.includes(typed))
      throw new UsageError(`The value of ${typed} is an argument of its own.`);
    const meant = names.find((name) => isNear(name, typed));
    const advice = meant
      ? `Did you mean ${meant}?`
      : `There are ${names.join(", ")}.`;
    throw new UsageError(`There is no option ${typed}. ${advice}`);
  }
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Whether two names differ by one letter, or by two that changed places. */
function isNear(name: string, typed: string): boolean {
  if (Math.abs(name.length - typed.length) > 1) return false;
  const letters = [...typed];
  const start = letters.findIndex((letter, at) => letter !== name[at]);
  if (start < 0) return true;
  const tails = [
    [name.slice(start + 1), typed.slice(start + 1)],
    [name.slice(start + 1), typed.slice(start)],
    [name.slice(start), typed.slice(start + 1)],
    [name.slice(start + 2), typed.slice(start + 2)],
  ];
  const isSwapped =
    name[start] === typed[start + 1] && name[start + 1] === typed[start];
  return tails.some(
    ([one, other], index) => one === other && (index < 3 || isSwapped),
  );
}

/**
 * Ends the process soon after the npm that ran it, by `npx` or `npm run`. npm hands no signal down: it ends the shell in
 * between, and would leave a server behind. In a script with `&` the shell ends by itself, and the server is meant to stay.
 */
export function endWithNpm(process: NodeJS.Process): void {
  const { npm_lifecycle_event, npm_lifecycle_script = "" } = process.env;
  const isInBackground = /(?<![&>])&(?![&>])/.test(npm_lifecycle_script);
  if (!npm_lifecycle_event || isInBackground) return;
  const shell = process.ppid;
  setInterval(() => process.ppid === shell || process.exit(), 200).unref();
}
