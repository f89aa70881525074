// The programs of docs/errors.md, as they stand there, with the real packages.
import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { metrics, SpanStatusCode } from "@opentelemetry/api";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-node";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { examplesOf } from "../../../contract/document.js";
import { listen } from "../../../listen.js";

const success = examplesOf("PortalLinkResponse").noSubscription;
const request = { customer_id: "cus_abc123" };
const folder = new URL("guide/", import.meta.url);
const answers: Response[] = [];

beforeEach(() => {
  vi.stubEnv("KWIK_API_KEY", "key");
  vi.stubEnv("KWIK_API_SECRET", "secret");
  vi.stubGlobal("fetch", () => Promise.resolve(answers.shift()));
  answers.push(
    Response.json(
      { status: false },
      { status: 429, headers: { "Retry-After": "0" } },
    ),
    Response.json({
      status: false,
      error_code: "007",
      error_message: "Record not found",
    }),
  );
});
afterEach(() => {
  answers.length = 0;
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("the guide has them word for word", async () => {
  const guide = await readFile(
    new URL("../../../../docs/errors.md", import.meta.url),
    "utf8",
  );
  for (const file of await readdir(folder)) {
    const program = await readFile(new URL(file, folder), "utf8");
    expect(guide).toContain(`\`\`\`ts\n${program}\`\`\``);
  }
});

test("a logger gets a line for each attempt", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const { kwik } = await import("./guide/logger.js");
  await expect(kwik.createPortalLink(request)).rejects.toThrow("007");
  expect(log.mock.calls.map(([line]) => JSON.parse(line as string))).toEqual([
    expect.objectContaining({ level: "warn", status: 429, retryInMs: 0 }),
    expect.objectContaining({ level: "error", status: 200, code: "007" }),
  ]);
});

test("OpenTelemetry gets a span for the call, and an attribute for each attempt", async () => {
  const exporter = new InMemorySpanExporter();
  new NodeTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(exporter)],
  }).register();
  const { createPortalLink } = await import("./guide/open-telemetry.js");
  await expect(createPortalLink(request)).rejects.toThrow("007");
  expect(exporter.getFinishedSpans()).toMatchObject([
    {
      name: "createPortalLink",
      status: { code: SpanStatusCode.ERROR },
      attributes: {
        "kwik.attempt.1": "429 KwikApiError",
        "kwik.attempt.2": "200 007 KwikApiError",
      },
    },
  ]);
});

test("a counter counts the attempts, a failure under HTTP 200 as a failure", async () => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.DELTA);
  const reader = new PeriodicExportingMetricReader({ exporter });
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  const { kwik } = await import("./guide/metrics.js");
  await expect(kwik.createPortalLink(request)).rejects.toThrow("007");
  await reader.forceFlush();
  const [counter] = exporter.getMetrics()[0]?.scopeMetrics[0]?.metrics ?? [];
  expect(
    counter?.dataPoints.map(({ attributes, value }) => [attributes, value]),
  ).toEqual([
    [{ status: 429, code: "", error: "KwikApiError" }, 1],
    [{ status: 200, code: "007", error: "KwikApiError" }, 1],
  ]);
});

test("undici's ProxyAgent takes the requests through a proxy", async () => {
  vi.unstubAllGlobals();
  const tunnels: string[] = [];
  await using api = await listen(
    createServer((_, response) => response.end(JSON.stringify(success))),
  );
  const proxy = createServer().on("connect", ({ url }, socket) => {
    tunnels.push(String(url));
    const { hostname, port } = new URL(`http://${url}`);
    void import("node:net").then(({ connect }) => {
      const upstream = connect(Number(port), hostname, () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n");
        socket.pipe(upstream).pipe(socket);
      });
      for (const end of [socket, upstream]) end.on("error", () => {});
    });
  });
  await using listening = await listen(proxy);
  vi.stubEnv("MY_PROXY", listening.url);
  vi.stubEnv("MY_BASE_URL", api.url);
  const { kwik } = await import("./guide/proxy.js");
  await expect(kwik.createPortalLink(request)).resolves.toHaveProperty("id");
  expect(tunnels).toEqual([new URL(api.url).host]);
});
