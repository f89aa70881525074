// One request and its answer, from the contract: what bench/client.ts sends, and gets from the stub and the server alike.
import contract from "../generated/openapi.json" with { type: "json" };

const { examples } = contract.components;
export const request = examples["PortalLinkRequest.advancedSettings"].value;
export const answer = examples["PortalLinkResponse.advancedSettings"].value;

const { id, session_id, customer_id, link_url, expires_at } = answer.result;
const json = JSON.stringify(answer);
// Paddle's client makes objects of an answer, so it needs one of Paddle's own.
const paddleJson = JSON.stringify({
  data: {
    id,
    customer_id,
    urls: { general: { overview: link_url }, subscriptions: [] },
    created_at: expires_at,
  },
  meta: { request_id: session_id },
});

export const answerTo = (url: unknown) =>
  typeof url === "string" && url.endsWith("/portal-sessions")
    ? paddleJson
    : json;
