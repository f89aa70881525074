/**
 * Ends the process soon after the npm that ran it, by `npx` or `npm run`. npm hands no signal down: it ends the shell in
 * between, and would leave a server behind. In a script with `&` the shell ends by itself, and the server is meant to stay.
 */
// @ts-nocheck

export function endWithNpm(process: NodeJS.Process): void {
  const { npm_lifecycle_event, npm_lifecycle_script = "" } = process.env;
  const isInBackground = /(?<![&>])&(?![&>])/.test(npm_lifecycle_script);
  if (!npm_lifecycle_event || isInBackground) return;
  const shell = process.ppid;
  setInterval(() => process.ppid === shell || process.exit(), 200).unref();
}
