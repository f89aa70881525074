/** An answer of the mock, before it becomes a Response or goes down a socket. */
// @ts-nocheck

export interface MockAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** What a log may say about it. */
  note: string;
  /** What happens instead of an answer. */
  fault?: "timeout" | "connectionLost";
}

const JSON_HEADERS = { "content-type": "application/json" };

export function jsonAnswer(
  status: number,
  body: unknown,
  note = "",
): MockAnswer {
  return { status, headers: JSON_HEADERS, body: JSON.stringify(body), note };
}

/** The mock itself speaks (RFC 9457), where the API would not be asked at all. */
export function problem(
  status: number,
  title: string,
  detail: string,
  headers?: Record<string, string>,
): MockAnswer {
  return {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
    body: JSON.stringify({ type: "about:blank", title, status, detail }),
    note: detail,
  };
}

/** Whether it is the status of an answer: those below 200 announce one. */
export function isStatus(status: unknown): status is number {
  return (
    Number.isInteger(status) && Number(status) >= 200 && Number(status) <= 599
  );
}

/** Some statuses have no body, and a Response refuses to have one. */
export function withStatus(
  answer: MockAnswer,
  status: number = answer.status,
): MockAnswer {
  const body = [204, 205, 304].includes(status) ? "" : answer.body;
  return { ...answer, status, body };
}
