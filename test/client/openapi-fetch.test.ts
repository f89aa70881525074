// A spy in the place of the openapi-fetch package.
import { expect, test, vi } from "vitest";
import { clientWith, PATH, request } from "./client.js";

const calls = vi.hoisted(() => [] as unknown[][]);
vi.mock("openapi-fetch", async (load) => {
  const { default: create } = await load<typeof import("openapi-fetch")>();
  const spy = (options: object) => {
    const client = create(options) as never as Record<
      "POST",
      (...args: unknown[]) => unknown
    >;
    const POST = (...args: unknown[]) => (
      calls.push(args),
      client.POST(...args)
    );
    return { ...client, POST };
  };
  return { default: spy };
});

test("openapi-fetch's POST carries each createPortalLink, once, and none that is refused", async () => {
  const kwik = clientWith();
  const { signal } = new AbortController();
  await expect(kwik.createPortalLink({} as never)).rejects.toThrow();
  await kwik.createPortalLink(request);
  await kwik.createPortalLink(request, { signal, timeoutMs: 5000 });
  expect(calls).toMatchObject([
    [PATH, { body: request }],
    [PATH, { body: request, signal, timeoutMs: 5000 }],
  ]);
});
