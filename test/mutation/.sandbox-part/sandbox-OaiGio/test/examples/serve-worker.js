// @ts-nocheck
// Runs the Worker in workerd, as Cloudflare does.
import process from "node:process";
import { Miniflare } from "miniflare";

const { PORT, ...bindings } = process.env;
const worker = new Miniflare({
  modules: true,
  scriptPath: "out/bundle.js",
  compatibilityDate: "2026-01-01",
  port: Number(PORT),
  bindings,
});
await worker.ready;
