// @ts-nocheck
// npm run test:drill: each edit of the contract generates, and types, validators, mock, client and reference follow; or it is
// refused, with the place and what to do.
import {
  cp,
  mkdir,
  readFile,
  rename,
  symlink,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ContractDocument } from "../../scripts/docs/contract.js";
import { referenceMarkdown } from "../../scripts/docs/markdown.js";
import { buildContract } from "../../scripts/generate/build-contract.js";
import type * as Client from "../../src/index.js";
import type * as Mock from "../../src/mock.js";
import {
  compileSchema,
  errorsText,
  lenientAjv,
} from "../contract/compile-schema.js";
import { copyContract, type ContractCopy } from "./contract-copy.js";
import { DRILL, type DrillEdit } from "./drill-edits.js";
import { createPrism } from "./prism-in-process.js";
import { SECOND_OPERATION } from "./second-operation.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

async function edited({ changes, add = {} }: DrillEdit): Promise<ContractCopy> {
  const copy = await copyContract();
  for (const [file, text] of Object.entries(add))
    await copy.edit(`openapi/${file}`, () => text);
  for (const [file, from, to] of changes)
    await copy.edit(`openapi/${file}`, (text) => text.replace(from, to));
  return copy;
}

/** The package as it would be built from this contract: the same src/, another generated/. */
async function builtFrom(
  copy: ContractCopy,
  files: ReadonlyMap<string, string>,
  changeSource: (folder: string) => Promise<void> = () => Promise.resolve(),
) {
  await mkdir(join(copy.root, "generated"));
  for (const [name, text] of files)
    await writeFile(join(copy.root, "generated", name), text);
  await cp(join(root, "src"), join(copy.root, "src"), { recursive: true });
  await changeSource(join(copy.root, "src"));
  for (const name of ["node_modules", "package.json"])
    await symlink(join(root, name), join(copy.root, name));
  const outfile = join(copy.root, "package.mjs");
  await build({
    stdin: {
      contents: `export * from "./src/index.ts"; export * from "./src/mock.ts";`,
      resolveDir: copy.root,
    },
    bundle: true,
    format: "esm",
    platform: "node",
    preserveSymlinks: true,
    outfile,
  });
  return (await import(
    /* @vite-ignore */ pathToFileURL(outfile).href
  )) as typeof Client & typeof Mock;
}

/** What does not compile, of statements that use the generated types. */
function compileErrors(types: string, statements: string[]): string[] {
  const name = "/drill.ts";
  const text = `${types}\n${statements.map((line) => `void (${line});`).join("\n")}`;
  const host = ts.createCompilerHost({});
  const original = host.getSourceFile.bind(host);
  host.getSourceFile = (file, version) =>
    file === name
      ? ts.createSourceFile(file, text, version)
      : original(file, version);
  const program = ts.createProgram(
    [name],
    { strict: true, noEmit: true, types: [], target: ts.ScriptTarget.ES2022 },
    host,
  );
  return program
    .getSemanticDiagnostics(program.getSourceFile(name))
    .map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, " "),
    );
}

describe.each(DRILL.filter(({ refused }) => !refused))("$edit", (row) => {
  let copy: ContractCopy;
  let files: ReadonlyMap<string, string>;
  let document: ContractDocument;
  let built: typeof Client & typeof Mock;
  beforeAll(async () => {
    copy = await edited(row);
    files = await buildContract(copy.root);
    document = JSON.parse(files.get("openapi.json") ?? "") as ContractDocument;
    built = await builtFrom(copy, files);
  });
  afterAll(() => copy[Symbol.asyncDispose]());

  const credentials = { apiKey: "key", apiSecret: "secret" };
  const requestOf = (body: object) => ({ customer_id: "cus_abc123", ...body });

  test("requests: Ajv, Prism, the mock and the client agree", async () => {
    const isValid = compileSchema(document, "PortalLinkRequest", lenientAjv);
    const prism = await createPrism(join(copy.root, "generated/openapi.json"));
    const mock = built.createMockHandler();
    const kwik = built.createKwikClient({ ...credentials, fetch: mock });
    const send = (request: object) =>
      kwik.createPortalLink(request as Client.PortalLinkRequest).then(
        () => true,
        (error: unknown) => {
          if (error instanceof built.KwikContractError) return false;
          throw error;
        },
      );
    const cases = [
      ...(row.accepts ?? [{}]).map((body) => [requestOf(body), true] as const),
      ...(row.refuses ?? []).map((body) => [requestOf(body), false] as const),
    ];
    for (const [request, expected] of cases) {
      const shown = JSON.stringify(request);
      expect(isValid(request), `Ajv: ${shown}`).toBe(expected);
      expect(await send(request), `the client: ${shown}`).toBe(expected);
      const response = await mock(
        new Request("https://mock.example/customer-portal/link", {
          method: "POST",
          headers: {
            authorization: `Basic ${btoa("key:secret")}`,
            "content-type": "application/json",
          },
          body: shown,
        }),
      );
      expect(response.ok, `the mock: ${shown}`).toBe(expected);
      if (!row.withoutPrism)
        expect(await prism.accepts(request), `Prism: ${shown}`).toBe(expected);
      if (response.ok) {
        const isAnswer = compileSchema(
          document,
          "PortalLinkResponse",
          lenientAjv,
        );
        expect(isAnswer(await response.json()), errorsText(isAnswer)).toBe(
          true,
        );
        const [status] = Object.keys(
          document.paths["/customer-portal/link"]?.post?.responses ?? {},
        );
        expect(response.status).toBe(Number(status));
      }
    }
  });

  test("results: what the client returns, and what it refuses", async () => {
    const mock = built.createMockHandler();
    const answerWith = (patch: object) =>
      built.createKwikClient({
        ...credentials,
        fetch: async (request) => {
          const { status, headers, ...response } = await mock(request).then(
            async (answer) => ({
              status: answer.status,
              headers: answer.headers,
              body: (await answer.json()) as { result: object },
            }),
          );
          const body = {
            status: true,
            result: { ...response.body.result, ...patch },
          };
          return new Response(JSON.stringify(body), { status, headers });
        },
      });
    for (const patch of row.takes ?? [{}]) {
      const link = await answerWith(patch).createPortalLink(requestOf({}));
      expect(link).toMatchObject(patch);
    }
    for (const patch of row.rejects ?? [])
      await expect(
        answerWith(patch).createPortalLink(requestOf({})),
        JSON.stringify(patch),
      ).rejects.toBeInstanceOf(built.KwikContractError);
  });

  test("types and reference follow", () => {
    const types = files.get("schema.d.ts") ?? "";
    expect(compileErrors(types, row.compiles ?? [])).toEqual([]);
    for (const statement of row.doesNotCompile ?? [])
      expect(compileErrors(types, [statement]), statement).toHaveLength(1);
    const reference = referenceMarkdown(document, []);
    for (const text of row.says ?? []) expect(reference).toContain(text);
  });
});

test.for(DRILL.filter(({ refused }) => refused))(
  "$edit is refused, with the place and what to do",
  async (row, { expect }) => {
    await using copy = await edited(row);
    await expect(buildContract(copy.root)).rejects.toThrow(row.refused);
  },
);

test("a second operation is files under openapi/ and one line in src/client/", async () => {
  await using copy = await edited(SECOND_OPERATION);
  const files = await buildContract(copy.root);
  const built = await builtFrom(copy, files, async (folder) => {
    const client = join(folder, "client/create-kwik-client.ts");
    const text = await readFile(client, "utf8");
    const edited = text.replace(
      /^( *)createPortalLink: \(\(request[^]*?\) as CreatePortalLink,$/m,
      (line) =>
        `${line.replace(" as CreatePortalLink", "").replaceAll("createPortalLink", "deletePortalLink")}\n${line}`,
    );
    expect(edited).not.toBe(text);
    await writeFile(client, edited);
  });
  const mock = built.createMockHandler();
  const options = { apiKey: "key", apiSecret: "secret", fetch: mock };
  const kwik = built.createKwikClient(options) as unknown as {
    deletePortalLink: (request: object) => Promise<object>;
  };
  expect(await kwik.deletePortalLink({ id: "cpl_mine" })).toEqual({
    id: "cpl_mine",
    revoked_at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
  });
  await expect(kwik.deletePortalLink({ ids: "cpl_mine" })).rejects.toThrow(
    "id is missing",
  );
  expect(files.get("calls.d.ts")).toContain(
    "(request: RevocationRequest, options?: Options): Promise<Revocation>;",
  );
  const document = JSON.parse(
    files.get("openapi.json") ?? "",
  ) as ContractDocument;
  const reference = referenceMarkdown(document, []);
  expect(reference).toContain("## Revoke a customer portal link");
  expect(reference).toContain("| `result.revoked_at` | string (date-time)");
});

test("the validators take their names from the contract: a renamed request is still checked", async () => {
  await using copy = await edited({
    edit: "a renamed schema",
    changes: [
      [
        "paths/customer-portal_link.yaml",
        "schemas/PortalLinkRequest",
        "schemas/LinkRequest",
      ],
      [
        "paths/customer-portal_link.yaml",
        /examples\/PortalLinkRequest/g,
        "examples/LinkRequest",
      ],
    ],
  });
  for (const [folder, name] of [
    ["schemas", "PortalLinkRequest"],
    ...["noSubscription", "subscription", "advancedSettings"].map(
      (scenario) => ["examples", `PortalLinkRequest.${scenario}`],
    ),
  ] as [string, string][])
    await rename(
      join(copy.root, `openapi/components/${folder}/${name}.yaml`),
      join(
        copy.root,
        `openapi/components/${folder}/${name.replace("PortalLinkRequest", "LinkRequest")}.yaml`,
      ),
    );
  const files = await buildContract(copy.root);
  const file = join(copy.root, "validators.mjs");
  await writeFile(file, files.get("validators.js") ?? "");
  const { LinkRequest } = (await import(
    /* @vite-ignore */ pathToFileURL(file).href
  )) as Record<string, (value: unknown) => unknown>;
  expect(LinkRequest?.(42)).toBeTruthy();
  expect(LinkRequest?.({ customer_id: "cus_abc123" })).toBeFalsy();
  expect(files.get("operations.js")).toContain("request: LinkRequest");
});
