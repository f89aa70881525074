// @ts-nocheck
// Providers whose responses are wrong as a whole.
import { declared, failing, table, under } from "./changes.js";
import { bodies, responses, type Provider } from "./providers.js";

const FAILURE =
  "failure.status.required failure.error_code.required failure.error_message.required";

const text = (
  side: "success" | "failure" | "both",
  body: string | null,
  status?: number,
) =>
  responses(
    side,
    (response) =>
      new Response(body, {
        status: status ?? response.status,
        headers: { "content-type": "text/html" },
      }),
  );
const HTML = "<!doctype html><title>Oops</title>";

export const BROKEN_RESPONSES = table([
  // The response as a whole
  ["HTML for links", "response.json", text("success", HTML)],
  ["HTML for failures", "response.json", text("failure", HTML)],
  ["HTML under 200 for failures", "response.json", text("failure", HTML, 200)],
  ["HTML for all", "response.json", text("both", HTML, 200)],
  ["nothing for links", "response.json", text("success", "")],
  ["no content for links", "response.json", text("success", null, 204)],
  ["nothing for failures", "response.json", text("failure", "")],
  ["no content for failures", "response.json", text("failure", null, 304)],
  ["broken JSON", "response.json", text("success", '{"status":true,')],
  ["no UTF-8", "response.json", () => notUtf8()],
  ["more than 1 MiB", "response.json", text("success", " ".repeat(2 ** 21))],
  ["endless links", "response.json", responses("success", endless)],
  ["text/html", "response.mediaType", declared("text/html")],
  ["text/plain", "response.mediaType", declared("text/plain; charset=utf-8")],
  ["no media type", "response.mediaType", declared("")],
  ["problem+json", "response.mediaType", declared("application/problem+json")],
  ["links under 500", "response.httpStatus", under("success", 500)],
  ["links under 404", "response.httpStatus", under("success", 404)],
  ["links under 302", "response.httpStatus", under("success", 302)],
  [
    "the envelope missing",
    "response.status.required response.result.required",
    bodies("success", ({ result }) => result),
  ],
  [
    "links in a list",
    "response.result.type",
    bodies("success", ({ result, ...body }) => ({ ...body, result: [result] })),
  ],
  [
    "failures that say they are successes",
    "failure.status.const",
    failing((body) => ({ ...body, status: true })),
  ],
  ["failures without anything", FAILURE, failing(() => ({}))],
]);

function notUtf8(): Provider {
  return responses(
    "success",
    () =>
      new Response(new Uint8Array([0x22, 0xff, 0x22]), {
        headers: { "content-type": "application/json" },
      }),
  )();
}

function endless(): Response {
  const chunk = new TextEncoder().encode(" ".repeat(65_536));
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(chunk),
  });
  return new Response(body, {
    headers: { "content-type": "application/json" },
  });
}
