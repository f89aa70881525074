// One request and its answer, from the contract; and, as a process of its own, the API that gives it.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import contract from "../generated/openapi.json" with { type: "json" };

const { examples } = contract.components;
export const request = examples["PortalLinkRequest.advancedSettings"].value;
const answer = examples["PortalLinkResponse.advancedSettings"].value;

const { id, customer_id, link_url, expires_at } = answer.result;
// Paddle's client makes objects of an answer, so it needs one of Paddle's own.
const urls = { general: { overview: link_url }, subscriptions: [] };
const data = { id, customer_id, urls, created_at: expires_at };
const paddleAnswer = { data, meta: { request_id: id } };

export const answerTo = (url = "") =>
  JSON.stringify(url.endsWith("/portal-sessions") ? paddleAnswer : answer);

if (process.send) {
  const server = createServer((request, response) => {
    request.resume().once("end", () => {
      response.setHeader("Content-Type", "application/json");
      response.end(answerTo(request.url));
    });
  }).listen(0, "127.0.0.1", () => {
    const { port } = server.address() as AddressInfo;
    process.send?.(`http://127.0.0.1:${port}`);
  });
  process.once("disconnect", () => process.exit());
}
