// Plain JavaScript, because a worker thread gets no TypeScript loader on Node 20. Driven by types.ts.
import { parentPort } from "node:worker_threads";
import openapiTS, { astToString } from "openapi-typescript";

parentPort.on("message", async ({ id, json }) => {
  try {
    // Otherwise a `default` in a request would make its field required.
    const types = await openapiTS(JSON.parse(json), {
      defaultNonNullable: false,
    });
    parentPort.postMessage({ id, types: astToString(types) });
  } catch (error) {
    parentPort.postMessage({ id, error });
  }
});
