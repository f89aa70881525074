import { sValidator } from "@hono/standard-validator";
import { Hono } from "hono";
import { createKwikClient } from "kwik-portal-link";
import { PortalLinkRequest } from "kwik-portal-link/validate";

export const app = new Hono().post(
  "/links",
  sValidator("json", PortalLinkRequest),
  async (c) => {
    const request = c.req.valid("json");
    return c.json(await createKwikClient().createPortalLink(request));
  },
);
