import { metrics } from "@opentelemetry/api";
import { createKwikClient } from "kwik-portal-link";

const meter = metrics.getMeter("kwik");
const attempts = meter.createCounter("kwik.attempts");
const duration = meter.createHistogram("kwik.attempt.duration", { unit: "ms" });

export const kwik = createKwikClient({
  onAttempt: ({ durationMs, status = 0, code = "", error = "none" }) => {
    attempts.add(1, { status, code, error });
    duration.record(durationMs, { error });
  },
});
