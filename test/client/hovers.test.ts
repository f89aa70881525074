// What an editor shows of the client: the contract's own words.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";
import { contract } from "../contract/document.js";

const file = fileURLToPath(new URL("./hovers-sample.ts", import.meta.url));
const sample = `import { createKwikClient } from "../../src/index.js";
const kwik = createKwikClient();
const link = await kwik.createPortalLink({
  customer_id: "cus_abc123",
  subscription_id: "sub_abc123",
  settings: {
${fieldsOf("PortalSettings", (field) => `    ${field}: undefined,`)
  .map(([, , line]) => line)
  .join("\n")}
  },
});
export const result = [link.id, link.session_id, link.customer_id, link.subscription_id, link.link_url, link.expires_at];
const without = await kwik.createPortalLink({ customer_id: "cus_abc123" });
export const url = without.link_url;
`;

const options: ts.CompilerOptions = {
  ...ts.parseJsonConfigFileContent(
    ts.readConfigFile("tsconfig.json", (path) => readFileSync(path, "utf8"))
      .config,
    ts.sys,
    process.cwd(),
  ).options,
  noEmit: true,
};
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [file],
  getScriptVersion: () => "1",
  getScriptSnapshot: (name) => {
    const text = name === file ? sample : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => process.cwd(),
  getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: (name) => ts.sys.readFile(name),
});

/** What an editor shows at the end of a text of the sample. */
function hover(text: string): string {
  const at = sample.indexOf(text) + text.length - 1;
  const { documentation } = service.getQuickInfoAtPosition(file, at) ?? {};
  return ts.displayPartsToString(documentation);
}

/** The fields of a schema, and where the sample has each. */
function fieldsOf(schema: string, textOf: (field: string) => string) {
  const { properties = {} } = contract.components.schemas[schema] ?? {};
  return Object.keys(properties).map(
    (field) => [schema, field, textOf(field)] as const,
  );
}

function described(schema: string, field: string): string | undefined {
  const { schemas } = contract.components;
  const property = schemas[schema]?.properties?.[field];
  const name = property?.$ref?.split("/").at(-1);
  return (name ? schemas[name] : property)?.description;
}

test("the sample compiles", () => {
  const messages = service
    .getSemanticDiagnostics(file)
    .map(({ messageText }) => messageText);
  expect(messages).toEqual([]);
});

test.for([
  ["kwik.createPortalLink", "the first call"],
  ["without = await kwik.createPortalLink", "a call of another overload"],
])("%s shows what the operation does", ([text], { expect }) => {
  expect(hover(text ?? "")).toContain(
    "Create a link for a customer so that they can manage their subscriptions",
  );
});

const FIELDS = [
  ...fieldsOf("PortalLinkRequest", (field) => `  ${field}`),
  ...fieldsOf("PortalSettings", (field) => `    ${field}`),
  ...fieldsOf("PortalLink", (field) => `link.${field}`),
  ["PortalLink", "link_url", "without.link_url"] as const,
];

test.for(FIELDS)(
  "%s.%s shows its description",
  ([schema, field, text], { expect }) => {
    const description = described(schema, field);
    expect(description).toMatch(/./);
    expect(hover(text)).toContain(description);
  },
);
