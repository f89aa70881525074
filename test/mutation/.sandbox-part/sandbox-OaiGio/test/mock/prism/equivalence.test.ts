// @ts-nocheck
// The mock answers as stock Prism does, except for the differences that docs/mock-and-prism.md lists.
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { asRecord } from "../../../src/contract/json.js";
import { mock, prism } from "../../contract/providers.js";
import { DIFFERENCES, type Expected } from "./differences.js";
import { sendRaw, type RawResponse } from "./raw-request.js";
import { SAME } from "./same.js";

test.for(Object.entries(SAME))(
  "both answer the same: %s",
  async ([, [status, request]], { expect }) => {
    const [byPrism, byMock] = await Promise.all([
      sendRaw(prism.url, request),
      sendRaw(mock.url, request),
    ]);
    expect(byPrism.status).toBe(status);
    expect(byMock.status).toBe(status);
    const isEnvelope = ({ contentType, text }: RawResponse) =>
      contentType === "application/json" &&
      "status" in asRecord(JSON.parse(text));
    expect(isEnvelope(byMock)).toBe(isEnvelope(byPrism));
  },
);

test.for(DIFFERENCES)(
  "they differ on purpose: $what",
  async ({ request, ...expected }, { expect }) => {
    const compare = (response: RawResponse, { body, ...rest }: Expected) => {
      expect(response).toMatchObject(rest);
      if (body) expect(JSON.parse(response.text)).toMatchObject(body);
    };
    compare(await sendRaw(prism.url, request), expected.prism);
    compare(await sendRaw(mock.url, request), expected.mock);
  },
);

test("docs/mock-and-prism.md lists these differences, each with its reason, and no other", async () => {
  const guide = await readFile(
    new URL("../../../docs/mock-and-prism.md", import.meta.url),
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
