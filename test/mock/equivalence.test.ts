// The mock answers as stock Prism does, but for the differences that docs/mock-and-prism.md lists.
import { readFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { expect, test } from "vitest";
import { asRecord } from "../../src/contract/json.js";
import {
  DIFFERENCES,
  messageOf,
  SAME,
  type Asking,
  type Seen,
} from "./equivalence.js";
import {
  mock,
  prism,
  PROVIDERS,
  type Provider,
} from "../contract/providers.js";

interface Answer {
  status: number | undefined;
  contentType: string | undefined;
  allowsOrigin: boolean;
  text: string;
}

/** Not fetch, which has headers and rules of its own. */
function ask({ url }: Provider, asking: Asking): Promise<Answer> {
  const { body, headers, ...options } = messageOf(asking);
  const sent = {
    ...options,
    headers: { ...headers, "content-length": Buffer.byteLength(body) },
  };
  return new Promise((resolve, reject) => {
    const request = httpRequest(new URL(url), sent, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          contentType: response.headers["content-type"],
          allowsOrigin: "access-control-allow-origin" in response.headers,
          text,
        }),
      );
    });
    request.on("error", reject).end(body);
  });
}

test.for(Object.entries(SAME))(
  "both: %s",
  async ([, [status, asking]], { expect }) => {
    const [byPrism, byMock] = await Promise.all(
      PROVIDERS.map((provider) => ask(provider, asking)),
    );
    expect(byPrism?.status).toBe(status);
    expect(byMock?.status).toBe(status);
    const isEnvelope = (answer?: Answer) =>
      answer?.contentType === "application/json" &&
      "status" in asRecord(JSON.parse(answer.text));
    expect(isEnvelope(byMock)).toBe(isEnvelope(byPrism));
  },
);

test.for(DIFFERENCES)(
  "differs on purpose: $what",
  async ({ asking, ...seen }, { expect }) => {
    const hold = (answer: Answer, { body, ...seen }: Seen) => {
      expect(answer).toMatchObject(seen);
      if (body) expect(JSON.parse(answer.text)).toMatchObject(body);
    };
    const byPrism = await ask(prism, asking);
    const byMock = await ask(mock, asking);
    hold(byPrism, seen.prism);
    hold(byMock, seen.mock);
  },
);

test("docs/mock-and-prism.md lists these differences, each with its reason, and no other", async () => {
  const guide = await readFile(
    new URL("../../docs/mock-and-prism.md", import.meta.url),
    "utf8",
  );
  const [, table = ""] =
    /^\| asked +\| Prism +\| the mock +\| why +\|\n\|.*\n((?:\|.*\n)+)/m.exec(
      guide,
    ) ?? [];
  const rows = table
    .trim()
    .split("\n")
    .map((row) =>
      row
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  expect(rows.map(([what]) => what)).toEqual(
    DIFFERENCES.map(({ what }) => what),
  );
  for (const [index, [what, byPrism, byMock, why]] of rows.entries()) {
    const { prism, mock } = DIFFERENCES[index] ?? {};
    expect(byPrism, what).toContain(String(prism?.status));
    expect(byMock, what).toContain(String(mock?.status));
    expect(why).toMatch(/\w+ \w+/);
  }
});
