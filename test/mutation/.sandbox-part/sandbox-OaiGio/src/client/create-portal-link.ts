// @ts-nocheck
import type { CreatePortalLink as GeneratedCall } from "../contract/generated.js";

export interface CallOptions {
  /** Aborts the call, which then rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
  /** For this call alone, in ms. @default the client's */
  timeoutMs?: number | undefined;
}

/** Creates a portal link. */
export type CreatePortalLink = GeneratedCall<CallOptions>;
