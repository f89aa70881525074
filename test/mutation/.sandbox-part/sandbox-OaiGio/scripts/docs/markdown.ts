// @ts-nocheck
import {
  authenticationOf,
  examplesIn,
  operationsIn,
  resolved,
  type CodeSample,
  type ContractDocument,
  type MessageObject,
  type OperationObject,
  type SchemaObject,
} from "./contract.js";
import { constraintsOf, schemaRows } from "./schema-rows.js";

/** The whole reference in Markdown: the contract, and what is written below it. */
export function referenceMarkdown(
  document: ContractDocument,
  sections: readonly string[],
): string {
  const { info } = document;
  return `${[
    `# ${info.title}`,
    info.description.trim(),
    // The first stands with each call.
    ...document.servers
      .slice(1)
      .map(({ url, description = "" }) => `Server: \`${url}\`. ${description}`),
    ...operationsIn(document).map((operation) =>
      operationMarkdown(document, operation),
    ),
    // A page's title becomes a heading here, and its headings go one deeper.
    ...sections.map((text) => text.trim().replace(/^(?=##? )/gm, "#")),
  ].join("\n\n")}\n`;
}

/** The code samples in Markdown, a fold for each. */
export function samplesMarkdown(samples: readonly CodeSample[]): string {
  const folds = samples.map(
    ({ language, fence, code }, index) =>
      `<details name="sample"${index === 0 ? " open" : ""}><summary>${language}</summary>\n\n\`\`\`${fence}\n${code.trim()}\n\`\`\`\n\n</details>`,
  );
  return `# Code samples\n\nEach sample is run against the mock before it is published. TypeScript takes this package: \`npm install kwik-portal-link\`.\n\n${folds.join("\n\n")}\n`;
}

function operationMarkdown(
  document: ContractDocument,
  operation: OperationObject,
): string {
  const request = resolved<MessageObject>(document, operation.requestBody);
  const responses = Object.entries(operation.responses).flatMap(
    ([status, reference]) => {
      const response = resolved<MessageObject>(document, reference);
      return [
        `### Response \`${status}\``,
        response.description?.trim(),
        headers(document, response),
        /^2/.test(status) && echoes(operation),
        body(document, response),
      ];
    },
  );
  return [
    `## ${operation.summary}`,
    callOf(document, operation),
    operation.deprecated && "Deprecated.",
    operation.description.trim(),
    "### Request",
    body(document, request, ownRules(operation)),
    ...responses,
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** How the operation is called, in the line that belongs on the first screen. */
export function callOf(
  document: ContractDocument,
  { method, path }: OperationObject,
): string {
  const [server] = document.servers;
  return `\`${method} ${server?.url}${path}\`, with ${authenticationOf(document)}`;
}

/** Field → what the reference says of the rules there that are this contract's own. */
export function ownRules(operation: OperationObject): Map<string, string> {
  return new Map(
    Object.entries(operation["x-own-rules"] ?? {}).map(
      ([expression, keyword]) => [
        fieldOf(expression),
        `\`${keyword}\`: this contract's own rule; what the API does is not documented.`,
      ],
    ),
  );
}

function echoes(operation: OperationObject): string {
  return Object.entries(operation["x-echoes"] ?? {})
    .map(
      ([response, request]) =>
        `- \`${fieldOf(response)}\` has the value of the request's \`${fieldOf(request)}\`, and is absent when the request leaves it out.`,
    )
    .join("\n");
}

/** `$response.body#/result/link_url` → `result.link_url` */
function fieldOf(expression: string): string {
  return expression.replace(/^.*#\/?/, "").replaceAll("/", ".");
}

function headers(document: ContractDocument, message: MessageObject): string {
  const rows = Object.entries(message.headers ?? {}).map(
    ([name, reference]) => {
      const header = resolved<{ description?: string; schema?: SchemaObject }>(
        document,
        reference,
      );
      const { description = "", schema = {} } = header;
      return [`\`${name}\``, constraintsOf(schema), description];
    },
  );
  return rows.length > 0 ? table(["header", "type", "description"], rows) : "";
}

function body(
  document: ContractDocument,
  { content = {} }: MessageObject,
  ownRules = new Map<string, string>(),
): string {
  return Object.entries(content)
    .map(([type, { schema, examples }]) => {
      const constraints = constraintsOf(resolved(document, schema));
      const shown = examplesIn(document, examples).map(
        ([name, { summary, value }]) =>
          `\`${name}\`: ${summary}\n\n\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``,
      );
      return [
        `\`${type}\`, ${constraints}. ${ownRules.get("") ?? ""}`.trim(),
        fieldTable(document, schema, ownRules),
        ...shown,
      ].join("\n\n");
    })
    .join("\n\n");
}

function fieldTable(
  document: ContractDocument,
  schema: SchemaObject,
  ownRules: ReadonlyMap<string, string>,
): string {
  const rows = schemaRows(document, schema).map(
    ({ field, required, schema }) => {
      const { description = "", example = schema.examples?.[0] } = schema;
      const rule = ownRules.get(field) ?? "";
      return [
        `\`${field}\``,
        constraintsOf(schema),
        required ? "yes" : "no",
        `${description.trim().replace(/\n- /g, "<br>- ")} ${rule}`,
        example === undefined ? "" : `\`${JSON.stringify(example)}\``,
      ];
    },
  );
  return table(["field", "type", "required", "description", "example"], rows);
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) =>
    `| ${cells.map((cell) => cell.replace(/\s+/g, " ").trim().replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join(
    "\n",
  );
}
