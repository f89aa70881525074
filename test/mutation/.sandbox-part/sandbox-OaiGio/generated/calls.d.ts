// @ts-nocheck
// Generated from openapi/ by `npm run generate`. Do not edit.
import type { PortalLinkRequest, PortalLink } from "./schema.js";

/**
 * Create a link for a customer so that they can manage their subscriptions, billing details, invoices and payment methods.
 *
 * - Without a `subscription_id` the customer is presented with the available packages and can create a new subscription.
 * - With a `subscription_id` the customer manages that subscription, and can reactivate it if it is inactive.
 * - With `settings` this one link overrides the defaults configured in the dashboard.
 *
 * @throws {KwikApiError} the API refused: see `code` and `fieldErrors`.
 * @throws {KwikConnectionError} no response, or not all of one.
 * @throws {KwikTimeoutError} no response within `timeoutMs`.
 * @throws {KwikContractError} the request breaks the contract, and was not sent; or the response does.
 */
export interface CreatePortalLink<Options> {
  /**
   * Create a link for a customer so that they can manage their subscriptions, billing details, invoices and payment methods.
   *
   * - Without a `subscription_id` the customer is presented with the available packages and can create a new subscription.
   * - With a `subscription_id` the customer manages that subscription, and can reactivate it if it is inactive.
   * - With `settings` this one link overrides the defaults configured in the dashboard.
   *
   * @throws {KwikApiError} the API refused: see `code` and `fieldErrors`.
   * @throws {KwikConnectionError} no response, or not all of one.
   * @throws {KwikTimeoutError} no response within `timeoutMs`.
   * @throws {KwikContractError} the request breaks the contract, and was not sent; or the response does.
   */
  (request: PortalLinkRequest & { subscription_id: string }, options?: Options): Promise<PortalLink & { subscription_id: string }>;
  /**
   * Create a link for a customer so that they can manage their subscriptions, billing details, invoices and payment methods.
   *
   * - Without a `subscription_id` the customer is presented with the available packages and can create a new subscription.
   * - With a `subscription_id` the customer manages that subscription, and can reactivate it if it is inactive.
   * - With `settings` this one link overrides the defaults configured in the dashboard.
   *
   * @throws {KwikApiError} the API refused: see `code` and `fieldErrors`.
   * @throws {KwikConnectionError} no response, or not all of one.
   * @throws {KwikTimeoutError} no response within `timeoutMs`.
   * @throws {KwikContractError} the request breaks the contract, and was not sent; or the response does.
   */
  (request: Omit<PortalLinkRequest, "subscription_id"> & { subscription_id?: never }, options?: Options): Promise<Omit<PortalLink, "subscription_id">>;
  /**
   * Create a link for a customer so that they can manage their subscriptions, billing details, invoices and payment methods.
   *
   * - Without a `subscription_id` the customer is presented with the available packages and can create a new subscription.
   * - With a `subscription_id` the customer manages that subscription, and can reactivate it if it is inactive.
   * - With `settings` this one link overrides the defaults configured in the dashboard.
   *
   * @throws {KwikApiError} the API refused: see `code` and `fieldErrors`.
   * @throws {KwikConnectionError} no response, or not all of one.
   * @throws {KwikTimeoutError} no response within `timeoutMs`.
   * @throws {KwikContractError} the request breaks the contract, and was not sent; or the response does.
   */
  (request: Omit<PortalLinkRequest, "subscription_id"> & { subscription_id?: undefined }, options?: Options): Promise<Omit<PortalLink, "subscription_id">>;
  /**
   * Create a link for a customer so that they can manage their subscriptions, billing details, invoices and payment methods.
   *
   * - Without a `subscription_id` the customer is presented with the available packages and can create a new subscription.
   * - With a `subscription_id` the customer manages that subscription, and can reactivate it if it is inactive.
   * - With `settings` this one link overrides the defaults configured in the dashboard.
   *
   * @throws {KwikApiError} the API refused: see `code` and `fieldErrors`.
   * @throws {KwikConnectionError} no response, or not all of one.
   * @throws {KwikTimeoutError} no response within `timeoutMs`.
   * @throws {KwikContractError} the request breaks the contract, and was not sent; or the response does.
   */
  (request: PortalLinkRequest, options?: Options): Promise<PortalLink>;
}
