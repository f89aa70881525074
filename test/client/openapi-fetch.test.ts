// A spy in the place of the openapi-fetch package.
import createClient from "openapi-fetch";
import { expect, test, vi } from "vitest";
import { clientWith, PATH, request } from "./client.js";

vi.mock("openapi-fetch", { spy: true });

test("openapi-fetch's POST carries each createPortalLink, once, and none that is refused", async () => {
  const kwik = clientWith();
  const [created] = vi.mocked(createClient).mock.results;
  const POST = vi.spyOn(created?.value as { POST: () => unknown }, "POST");
  await expect(kwik.createPortalLink({} as never)).rejects.toThrow();
  await kwik.createPortalLink(request);
  await kwik.createPortalLink(request, { timeoutMs: 5000 });
  expect(POST.mock.calls).toMatchObject([
    [PATH, { body: request }],
    [PATH, { body: request, timeoutMs: 5000 }],
  ]);
});
