// @ts-nocheck
interface Environment {
  env?: Record<string, string | undefined>;
  execArgv?: string[];
  type?: string;
  versions?: Record<string, string>;
}

/** `process`, as far as there is one: Workers and browsers have none. */
export function environment(): Environment {
  return (globalThis as { process?: Environment }).process ?? {};
}
