import { initTRPC } from "@trpc/server";
import { createKwikClient } from "kwik-portal-link";
import { PortalLinkRequest } from "kwik-portal-link/validate";

const trpc = initTRPC.create();

export const router = trpc.router({
  createPortalLink: trpc.procedure
    .input(PortalLinkRequest)
    .mutation(({ input }) => createKwikClient().createPortalLink(input)),
});
