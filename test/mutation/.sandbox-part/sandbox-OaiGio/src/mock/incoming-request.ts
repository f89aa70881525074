/** A request as any server knows it. */
// @ts-nocheck

export interface IncomingRequest {
  method: string;
  /** Absolute, or the path alone. */
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Where the links of this answer begin. */
  portalUrl?: string | undefined;
  /** Where the server listens, if this machine alone can reach it. */
  loopbackPort?: number | undefined;
}
