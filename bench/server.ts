// The API of bench/client.ts, which starts it as a process of its own. It ends with that one at the latest.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { answerTo } from "./answers.js";

const server = createServer((request, response) => {
  request.resume().once("end", () => {
    response.setHeader("Content-Type", "application/json");
    response.end(answerTo(request.url));
  });
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.(`http://127.0.0.1:${port}`);
});
process.once("disconnect", () => process.exit());
