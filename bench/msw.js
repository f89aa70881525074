// MSW as its own documentation sets it up. Plain JavaScript, so that the compiler and ESLint need no MSW.

// MSW 3 asks for Node 22, and misses only this under Node 20.
Promise.withResolvers ??= () => {
  let resolve, reject;
  const promise = new Promise((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
};
const { http, HttpResponse } = await import("msw");
const { setupServer } = await import("msw/node");

/** Answers `fetch` to the endpoint with a fixed answer, until it is closed. */
export function startMsw(answer) {
  const server = setupServer(
    http.post("*/customer-portal/link", () => HttpResponse.json(answer)),
  );
  server.listen();
  return server;
}
