import type { PortalLink, PortalLinkRequest } from "../contract/generated.js";

export interface CallOptions {
  /** Aborts the call, which then rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
  /** For this call alone, in ms. @default the client's */
  timeoutMs?: number | undefined;
}

/** Unlike Omit it does not compile for a field that the contract does not have. */
type Without<Schema, Field extends keyof Schema> = Omit<Schema, Field>;

export interface CreatePortalLink {
  /** Creates a link by which a customer manages their subscriptions, billing details, invoices and payment methods: this one subscription. Treat it as a secret. */
  (
    request: PortalLinkRequest & { subscription_id: string },
    options?: CallOptions,
  ): Promise<PortalLink & { subscription_id: string }>;
  /** Creates a link by which a customer manages their subscriptions, billing details, invoices and payment methods, or creates a new subscription. Treat it as a secret. */
  (
    request: Without<PortalLinkRequest, "subscription_id"> & {
      subscription_id?: undefined;
    },
    options?: CallOptions,
  ): Promise<Without<PortalLink, "subscription_id">>;
  /** Creates a link by which a customer manages their subscriptions, billing details, invoices and payment methods. Treat it as a secret. */
  (request: PortalLinkRequest, options?: CallOptions): Promise<PortalLink>;
}
