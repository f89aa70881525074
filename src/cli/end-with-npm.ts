/**
 * Ends the process soon after the npm that ran it, by `npx` or `npm run`. npm hands no signal down: it ends the shell in
 * between, and would leave a server behind.
 */
export function endWithNpm(process: NodeJS.Process): void {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  setInterval(() => process.ppid === shell || process.exit(), 200).unref();
}
