// Run by bench/mock.ts with --expose-gc: what the mock holds after so many requests, and after many more.
import { createMockHandler } from "../src/mock.js";
import { request } from "./answers.js";

const [first = 0, last = 0] = process.argv.slice(2).map(Number);
const mock = createMockHandler();
const init = {
  method: "POST",
  headers: {
    Authorization: `Basic ${btoa("key_test_abc123:secret_abc123")}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify(request),
};

const heaps: number[] = [];
for (let count = 1; count <= last; count++) {
  await (await mock(new Request("http://h/customer-portal/link", init))).text();
  if (count !== first && count !== last) continue;
  gc?.();
  heaps.push(process.memoryUsage().heapUsed);
}
console.log(JSON.stringify(heaps));
