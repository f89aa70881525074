// @ts-nocheck
import { examples } from "../../../src/contract/generated.js";
import {
  accept,
  authorization,
  basic,
  contentType,
  prefer,
  type RawRequest,
} from "./raw-request.js";

/** Where Prism and the mock answer with the same status, and both in the vendor's envelope or both not. */
export const SAME: Record<string, [status: number, RawRequest]> = {
  "a valid request": [200, {}],
  "a query string": [200, { path: "/customer-portal/link?a=1" }],
  "an encoded path": [200, { path: "/customer-portal/lin%6B" }],
  "another path": [404, { path: "/customer-portal" }],
  "a trailing slash": [404, { path: "/customer-portal/link/" }],
  "a path in upper case": [404, { path: "/Customer-Portal/Link" }],
  GET: [405, { method: "GET" }],
  "GET without credentials": [
    405,
    { method: "GET", headers: { authorization: "" } },
  ],
  HEAD: [405, { method: "HEAD" }],
  PUT: [405, { method: "PUT" }],
  DELETE: [405, { method: "DELETE" }],
  OPTIONS: [405, { method: "OPTIONS" }],
  "no credentials": [401, authorization("")],
  "another scheme": [401, authorization("Bearer x")],
  "a scheme alone": [401, authorization("Basic")],
  "a scheme in lower case": [200, authorization("basic a2V5OnNlY3JldA==")],
  "two spaces after the scheme": [
    401,
    authorization("Basic  a2V5OnNlY3JldA=="),
  ],
  "base64 without padding": [200, authorization("Basic a2V5OnNlY3JldA")],
  "base64url, not ASCII": [200, authorization("Basic a2V5OsO_w74_Pg==")],
  "not base64": [401, authorization("Basic !!!")],
  "no colon": [401, authorization(basic("key"))],
  "no credentials, an invalid body": [
    401,
    { headers: { authorization: "" }, body: "{}" },
  ],
  "no credentials, another content type": [
    401,
    { headers: { authorization: "", "content-type": "text/plain" } },
  ],
  "a charset": [200, contentType("application/json; charset=utf-8")],
  "a content type in upper case": [200, contentType("Application/JSON")],
  "a +json content type": [200, contentType("application/vnd.api+json")],
  "text/plain": [415, contentType("text/plain")],
  "text/plain, not even JSON": [
    415,
    { headers: { "content-type": "text/plain" }, body: "{" },
  ],
  "a form": [415, contentType("application/x-www-form-urlencoded")],
  "no body": [422, { body: "" }],
  "no body, no content type": [
    422,
    { headers: { "content-type": "" }, body: "" },
  ],
  "a body, no content type": [422, contentType("")],
  "an array": [422, { body: "[]" }],
  "a text": [422, { body: '"cus_abc123"' }],
  "null, for a body": [422, { body: "null" }],
  "an empty object": [422, { body: "{}" }],
  "the same key twice": [
    200,
    { body: '{"customer_id":1,"customer_id":"cus_abc123"}' },
  ],
  "__proto__ as an unknown field": [
    422,
    { body: '{"customer_id":"c","__proto__":1}' },
  ],
  "Accept: application/xml": [406, accept("application/xml")],
  "Accept: application/json;q=0": [406, accept("application/json;q=0")],
  "Accept: application/*": [200, accept("application/*")],
  "Accept: text/html, */*;q=0.1": [200, accept("text/html, */*;q=0.1")],
  "Accept: application/vnd.x+json": [406, accept("application/vnd.x+json")],
  "Accept: application/xml, an invalid body": [
    422,
    { headers: { accept: "application/xml" }, body: "{}" },
  ],
  ...Object.fromEntries(
    Object.keys(examples.createPortalLink.success).map((name) => [
      `Prefer: example=${name}`,
      [200, prefer(`example=${name}`)] as [number, RawRequest],
    ]),
  ),
  "Prefer, quoted": [200, prefer('example="subscription"')],
  "Prefer an unknown example": [404, prefer("example=nope")],
  "Prefer a failure under a status": [
    404,
    prefer("code=404, example=recordNotFound"),
  ],
  "Prefer a failure under another status": [
    503,
    prefer("code=503, example=validationFailed"),
  ],
  "Prefer a status alone": [503, prefer("code=503")],
  "Prefer 201": [201, prefer("code=201")],
  "Prefer 299": [299, prefer("code=299")],
  "Prefer nothing": [422, prefer("example=")],
  "Prefer half a status": [422, prefer("code=404.5")],
  "Prefer in upper case": [404, prefer("Example=nope")],
  "Prefer with a parameter": [200, prefer("code=200;example=nope")],
  "Prefer something else": [200, prefer("x-example=nope")],
  "Prefer in single quotes": [404, prefer("example='subscription'")],
  "Accept: application/json; charset=utf-8; q=0": [
    406,
    accept("application/json; charset=utf-8; q=0"),
  ],
  "Prefer 200": [200, prefer("code=200")],
  "Prefer a link under 404": [200, prefer("code=404, example=subscription")],
  "Prefer no status at all": [422, prefer("code=junk")],
  "Prefer a failure, an invalid body": [
    422,
    {
      headers: { prefer: "code=404, example=recordNotFound" },
      body: "{}",
    },
  ],
  "Prefer a failure, no credentials": [
    401,
    {
      headers: {
        prefer: "code=404, example=recordNotFound",
        authorization: "",
      },
    },
  ],
  "a body just under 10 MB": [
    200,
    { body: `{"customer_id":"${"x".repeat(10 * 1024 * 1024 - 18)}"}` },
  ],
  "a body over 10 MB": [
    413,
    { body: `{"customer_id":"${"x".repeat(10 * 1024 * 1024)}"}` },
  ],
};
