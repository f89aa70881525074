import { tryParseJson } from "../contract/json.js";
import { jsonAnswer, problem, type MockAnswer } from "./answers.js";
import type { IncomingRequest } from "./incoming-request.js";
import { isLoopbackHost } from "./addresses.js";
import type { MockRequest } from "./request-log.js";
import { isJson, isTooLarge, tooLarge } from "./validate-request.js";

interface Controls {
  requests: () => readonly MockRequest[];
  next: (answer: unknown) => void;
  reset: () => void;
}

const METHODS: Record<string, string> = {
  "/__mock/health": "GET, HEAD",
  "/__mock/next": "POST",
  "/__mock/requests": "GET, HEAD",
  "/__mock/reset": "POST",
};

/** Controls the mock over HTTP, for tests in any language. No web page can: it would need CORS, or a JSON content type without it. */
export function controlAnswer(
  path: string,
  { method, headers, body, loopbackPort }: IncomingRequest,
  { requests, next, reset }: Controls,
): MockAnswer {
  const isForeign =
    loopbackPort !== undefined && !isLoopbackHost(headers.host, loopbackPort);
  // Browsers send Origin along with whatever a page makes them POST.
  if (isForeign || headers.origin !== undefined)
    return problem(
      403,
      "Forbidden",
      "A program may control the mock, a web page may not. On loopback it must be called localhost, 127.0.0.1 or [::1].",
    );
  const allow = METHODS[path];
  if (!allow)
    return {
      ...problem(
        404,
        "Not found",
        `The mock is controlled by ${Object.keys(METHODS).join(", ")}.`,
      ),
      // Redaction takes any other path than the contract's for a link.
      note: "no such control",
    };
  if (!allow.split(", ").includes(method))
    return problem(405, "Method not allowed", `This path takes ${allow}.`, {
      allow,
    });
  if (path === "/__mock/health") return jsonAnswer(200, { status: "ok" }, "ok");
  if (path === "/__mock/requests") return jsonAnswer(200, requests(), "done");
  if (isTooLarge(body)) return tooLarge;
  const type = headers["content-type"];
  const isEmptyReset = path === "/__mock/reset" && !body && !type;
  if (!isEmptyReset && !isJson(type ?? ""))
    return problem(
      415,
      "Unsupported media type",
      "The content type must be application/json.",
    );
  if (path === "/__mock/reset") reset();
  else
    try {
      next(tryParseJson(body));
    } catch (error) {
      return problem(422, "Unknown answer", (error as Error).message);
    }
  return { status: 204, headers: {}, body: "", note: "done" };
}
