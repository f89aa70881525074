import express from "express";
import { createKwikClient, type PortalLinkRequest } from "kwik-portal-link";
import * as validators from "kwik-portal-link/validate";

export const app = express()
  .use(express.json())
  .post("/links", async (request, response) => {
    const body = request.body as PortalLinkRequest;
    const schema = validators.PortalLinkRequest["~standard"];
    const { issues } = schema.validate(body);
    if (issues) response.status(400).json(issues);
    else response.json(await createKwikClient().createPortalLink(body));
  });
