import {
  examplesIn,
  resolved,
  type CodeSample,
  type ContractDocument,
  type MessageObject,
  type SchemaObject,
} from "./contract.js";

/** The whole reference in Markdown. */
export function referenceMarkdown(
  document: ContractDocument,
  samples: readonly CodeSample[],
): string {
  const { info, servers, paths } = document;
  const [[path, { post }] = never("a path")] = Object.entries(paths);
  const [server = never("a server")] = servers;
  return `# ${info.title} ${info.version}

${info.summary}

\`POST ${server.url}${path}\`

${server.description}

${info.description.trim()}

## ${post.summary}

${post.description.trim()}

### Request

\`application/json\`, required. An unknown field is refused.

${fieldTable(document, post.requestBody)}

${examples(document, post.requestBody)}

${Object.entries(post.responses)
  .map(([status, reference]) => {
    const response = resolved<MessageObject>(document, reference);
    const heading = `### Response \`${status}\`\n\n${response.description?.trim()}`;
    return `${heading}\n\n${fieldTable(document, response)}\n\n${examples(document, response)}`;
  })
  .join("\n\n")}

${samplesMarkdown(samples)}
`;
}

/** The code samples as Markdown. */
export function samplesMarkdown(samples: readonly CodeSample[]): string {
  const sections = samples.map(
    ({ language, fence, code }) =>
      `### ${language}\n\n\`\`\`${fence}\n${code.trim()}\n\`\`\``,
  );
  return `## Code samples\n\n${sections.join("\n\n")}`;
}

function fieldTable(
  document: ContractDocument,
  message: MessageObject,
): string {
  const { schema } = message.content["application/json"];
  const rows = fieldsOf(document, schema).map(({ field, required, schema }) => {
    const cells = [
      `\`${field}\``,
      typeOf(schema),
      required ? "yes" : "no",
      (schema.description ?? "").trim().replace(/\n- /g, "<br>- "),
      schema.example === undefined
        ? ""
        : `\`${JSON.stringify(schema.example)}\``,
    ];
    return `| ${cells.map((cell) => cell.replace(/\s+/g, " ").replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return `| field | type | required | description | example |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}`;
}

interface Field {
  /** Dotted path; `[]` stands for the items of an array, `*` for any field name. */
  field: string;
  required: boolean;
  schema: SchemaObject;
}

function fieldsOf(
  document: ContractDocument,
  reference: SchemaObject,
  prefix = "",
): Field[] {
  const schema = resolved<SchemaObject>(document, reference);
  const own = Object.entries(schema.properties ?? {}).flatMap(
    ([name, property]) => {
      const field = prefix + name;
      const target = resolved<SchemaObject>(document, property);
      const required = schema.required?.includes(name) ?? false;
      return [
        { field, required, schema: target },
        ...fieldsOf(document, target, `${field}.`),
      ];
    },
  );
  const within = (name: string, child?: boolean | SchemaObject): Field[] => {
    if (typeof child !== "object") return [];
    const target = resolved<SchemaObject>(document, child);
    const field = prefix.replace(/\.$/, "") + name;
    return [
      { field, required: false, schema: target },
      ...fieldsOf(document, target, `${field}.`),
    ];
  };
  return [
    ...own,
    ...within("[]", schema.items),
    ...within(".*", schema.additionalProperties),
  ];
}

function typeOf(schema: SchemaObject): string {
  return [
    schema.type,
    schema.format && `(${schema.format})`,
    schema.maxLength && `at most ${schema.maxLength} characters`,
    schema.enum?.map((value) => `\`${JSON.stringify(value)}\``).join(" or "),
    "const" in schema && `always \`${JSON.stringify(schema.const)}\``,
  ]
    .filter(Boolean)
    .join(" ");
}

function examples(document: ContractDocument, message: MessageObject): string {
  return examplesIn(document, message)
    .map(
      ([name, { summary, value }]) =>
        `\`${name}\`: ${summary}\n\n\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\``,
    )
    .join("\n\n");
}

function never(what: string): never {
  throw new Error(`The contract has lost ${what}.`);
}
