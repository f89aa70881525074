// @ts-nocheck
// A request of any shape, sent as it is: fetch has headers and rules of its own.
import { request as httpRequest } from "node:http";

export interface RawRequest {
  method?: string;
  path?: string;
  /** Instead of a right Authorization and Content-Type; an empty one leaves it out. */
  headers?: Record<string, string>;
  /** @default a valid one */
  body?: string;
}

export interface RawResponse {
  status: number | undefined;
  contentType: string | undefined;
  /** For any page in a browser. */
  allowsOrigin: boolean;
  text: string;
}

export const basic = (pair: string) =>
  `Basic ${Buffer.from(pair).toString("base64")}`;

type One = (value: string) => RawRequest;
export const authorization: One = (value) => ({
  headers: { authorization: value },
});
export const contentType: One = (value) => ({
  headers: { "content-type": value },
});
export const accept: One = (value) => ({ headers: { accept: value } });
export const prefer: One = (value) => ({ headers: { prefer: value } });

const VALID = JSON.stringify({ customer_id: "cus_abc123" });

export function sendRaw(
  baseUrl: string,
  { method = "POST", path = "/customer-portal/link", ...raw }: RawRequest,
): Promise<RawResponse> {
  const hasBody = !/^(GET|HEAD|DELETE|OPTIONS)$/.test(method);
  const body = raw.body ?? (hasBody ? VALID : "");
  const headers = Object.entries({
    authorization: basic("test_key:test_secret"),
    "content-type": "application/json",
    ...raw.headers,
    "content-length": String(Buffer.byteLength(body)),
  }).filter(([, value]) => value !== "");
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      baseUrl,
      { method, path, headers: Object.fromEntries(headers) },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => (text += chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode,
            contentType: response.headers["content-type"],
            allowsOrigin: "access-control-allow-origin" in response.headers,
            text,
          }),
        );
      },
    );
    request.on("error", reject).end(body);
  });
}
