import type { PortalLink, PortalLinkRequest } from "../contract/generated.js";

export interface CallOptions {
  /** Aborts the call, which then rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
  /** For this call alone, in ms. @default the client's */
  timeoutMs?: number | undefined;
}

type WithSubscription<Value> = Omit<PortalLinkRequest, "subscription_id"> &
  Value;

/**
 * Creates a portal link. The result has a `subscription_id` exactly when the request has one.
 *
 * Overloads, because a type parameter would let misspelt properties through. Four of them, because TypeScript then reports
 * the last one's complaint on the line it is about; up to three it blames the whole call.
 */
export interface CreatePortalLink {
  (
    request: WithSubscription<{ subscription_id: string }>,
    options?: CallOptions,
  ): Promise<PortalLink & { subscription_id: string }>;
  (
    request: WithSubscription<{ subscription_id?: never }>,
    options?: CallOptions,
  ): Promise<Omit<PortalLink, "subscription_id">>;
  (
    request: WithSubscription<{ subscription_id?: undefined }>,
    options?: CallOptions,
  ): Promise<Omit<PortalLink, "subscription_id">>;
  (
    request: WithSubscription<{ subscription_id?: string | undefined }>,
    options?: CallOptions,
  ): Promise<PortalLink>;
}
