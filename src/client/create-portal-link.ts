import type { PortalLink, PortalLinkRequest } from "../contract/generated.js";

export interface CallOptions {
  /** Aborts the call, which then rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
  /** For this call alone, in ms. @default the client's */
  timeoutMs?: number | undefined;
}

/** Unlike Omit it does not compile for a field that the contract does not have. */
type Without<Schema, Field extends keyof Schema> = Omit<Schema, Field>;

/** Creates a portal link. It has a `subscription_id` exactly when the request has one. */
export interface CreatePortalLink {
  (
    request: PortalLinkRequest & { subscription_id: string },
    options?: CallOptions,
  ): Promise<PortalLink & { subscription_id: string }>;
  (
    request: Without<PortalLinkRequest, "subscription_id"> & {
      subscription_id?: undefined;
    },
    options?: CallOptions,
  ): Promise<Without<PortalLink, "subscription_id">>;
  (request: PortalLinkRequest, options?: CallOptions): Promise<PortalLink>;
}
