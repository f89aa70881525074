/** How an attempt of a call went. No secret is in it. */
export interface KwikAttempt {
  /** 1 for the first attempt of a call. */
  number: number;
  /** From the sending of the request to the end of the response. */
  durationMs: number;
  /** The HTTP status. `undefined` when no response came back. */
  status?: number | undefined;
  /** The `error_code` of a failure, under HTTP 200 as well. */
  code?: string | undefined;
  /** What went wrong; `AbortError` stands for the caller's own abort. `undefined` for a success. */
  error?:
    | `Kwik${"Api" | "Connection" | "Contract" | "Timeout"}Error`
    | "AbortError"
    | undefined;
  /** In how many ms the next attempt follows. `undefined` for the last one. */
  retryInMs?: number | undefined;
}

/** Calls a listener of the caller's: whoever watches a payment must not take it down, at once or later. */
export async function notify<Event>(
  listener: ((event: Event) => unknown) | undefined,
  event: Event,
): Promise<void> {
  try {
    await listener?.(event);
  } catch {
    // docs/errors.md says that it is ignored.
  }
}
