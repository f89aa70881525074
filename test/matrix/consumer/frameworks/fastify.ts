import fastify from "fastify";
import { createKwikClient, type PortalLinkRequest } from "kwik-portal-link";
import contract from "kwik-portal-link/openapi.json" with { type: "json" };

const { schemas } = contract.components;

// Fastify's own validator takes the contract's schemas as they are, but for its words of OpenAPI.
export const app = fastify({
  ajv: { customOptions: { strict: false, removeAdditional: false } },
})
  .addSchema({ $id: "contract", components: { schemas } })
  .post<{ Body: PortalLinkRequest }>(
    "/links",
    {
      schema: {
        body: { $ref: "contract#/components/schemas/PortalLinkRequest" },
      },
    },
    ({ body }) => createKwikClient().createPortalLink(body),
  );
