import { SpanStatusCode, trace } from "@opentelemetry/api";
import { createKwikClient, type PortalLinkRequest } from "kwik-portal-link";

const tracer = trace.getTracer("kwik");
const kwik = createKwikClient({
  onAttempt: ({ number, status, code, error }) => {
    trace
      .getActiveSpan()
      ?.setAttribute(
        `kwik.attempt.${number}`,
        [status, code, error ?? "ok"].filter(Boolean).join(" "),
      );
  },
});

export const createPortalLink = (request: PortalLinkRequest) =>
  tracer.startActiveSpan("createPortalLink", async (span) => {
    try {
      return await kwik.createPortalLink(request);
    } catch (error) {
      span.recordException(error as Error);
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
