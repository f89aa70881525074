import { createServer } from "node:http";
import { expect, test } from "vitest";
import { examplesOf } from "../contract/document.js";
import { listen } from "../listen.js";
import { print } from "./consumer.js";

const success = JSON.stringify(examplesOf("PortalLinkResponse").noSubscription);

test("Deno sends a request once, although a kept-alive connection is lost under it", async () => {
  const calls = 40;
  const bodies: string[] = [];
  const requestsOf = new WeakMap<object, number>();
  await using server = await listen(
    createServer((request, response) => {
      const { socket } = request;
      const earlier = requestsOf.get(socket) ?? 0;
      requestsOf.set(socket, earlier + 1);
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        bodies.push(body);
        // The first request of a connection is answered; under the second it is lost.
        if (earlier) socket.destroy();
        else response.end(success);
      });
    }),
  );
  const output = await print([
    "node_modules/.bin/deno",
    "run",
    "--no-lock",
    "--node-modules-dir=manual",
    "--allow-net=127.0.0.1",
    "--allow-env=KWIK_API_KEY,KWIK_API_SECRET",
    "programs/deno-client.js",
    server.url,
    String(calls),
  ]);
  const outcomes = output.trim().split("\n");
  expect(outcomes).toHaveLength(calls);
  expect(bodies).toEqual(
    Array.from({ length: calls }, () => '{"customer_id":"cus_abc123"}'),
  );
  // Half of them, if connections were kept alive, were lost and reported.
  expect(new Set(outcomes)).toEqual(new Set(["link", "KwikConnectionError"]));
});
