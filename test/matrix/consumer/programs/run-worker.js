// worker.js in workerd, which gets the mock's URL: node run-worker.js <bundle> <url>
import { readFile } from "node:fs/promises";
import { Miniflare } from "miniflare";

const [bundle, MOCK_URL] = process.argv.slice(2);
const miniflare = new Miniflare({
  modules: true,
  script: await readFile(bundle, "utf8"),
  compatibilityDate: "2026-07-01",
  bindings: { MOCK_URL },
});
const response = await miniflare.dispatchFetch("http://probe.invalid/");
console.log(await response.text());
await miniflare.dispose();
