/** How an attempt of a call went. No secret is in it. */
// @ts-nocheck

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
    | "KwikApiError"
    | "KwikConnectionError"
    | "KwikTimeoutError"
    | "KwikContractError"
    | "AbortError"
    | undefined;
  /** In how many ms the next attempt follows. `undefined` for the last one. */
  retryInMs?: number | undefined;
}
