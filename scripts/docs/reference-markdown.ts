import type { Schema } from "../generate/contract.js";
import { codeSamples } from "./code-samples.js";
import type { Contract } from "./contract.js";
import { fieldSections, rulesOf } from "./fields.js";

/** The whole reference in Markdown. The headings of the guides begin at `##`. */
export async function referenceMarkdown(
  contract: Contract,
  guides: readonly string[],
): Promise<string> {
  const { info, servers, operation, call } = contract;
  const { request, response, failure } = contract;
  const [success = ""] = Object.keys(operation.responses);
  const sections = [
    `# ${info.title}`,
    info.description,
    `Version ${info.version}, as [openapi.json](openapi.json) and [openapi.yaml](openapi.yaml).`,
    `## ${operation.summary}`,
    fence("http", call),
    servers[0]?.description,
    operation.description,
    "## Examples",
    "Each sample was run before it was published. The TypeScript samples use the package `kwik-portal-link`, whose README says how to install it.",
    ...(await scenarios(contract)),
    "### Failures",
    "[Failure codes](#failure-codes) says what to do.",
    ...Object.values(failure.examples).flatMap(({ summary = "", value }) => [
      `${summary}.`,
      json(value),
    ]),
    "## Fields",
    "### Request",
    ...message(operation.requestBody.description, request.schema),
    `### Response \`${success}\``,
    ...message(operation.responses[success]?.description, response.schema),
    "### Response `default`",
    ...message(operation.responses.default?.description, failure.schema),
    ...guides,
  ];
  const paragraphs = sections.map((section = "") => section.trim());
  return `${paragraphs.filter(Boolean).join("\n\n")}\n`;
}

/** A story for each scenario: the call in every language, and its response. */
async function scenarios(contract: Contract): Promise<string[]> {
  const { request, response, endpoint } = contract;
  const stories = Object.entries(request.examples).map(
    async ([name, { summary = name, value }]) => {
      const [title, purpose] = titled(summary);
      const answer = response.examples[name];
      const samples = await codeSamples(endpoint, value);
      return [
        `### ${title}`,
        `${purpose.charAt(0).toUpperCase()}${purpose.slice(1)}.`,
        ...Object.entries(samples).map(([language, code]) =>
          fence(language, code),
        ),
        json(value),
        `The response: ${titled(answer?.summary)[1]}.`,
        json(answer?.value),
      ];
    },
  );
  return (await Promise.all(stories)).flat();
}

/** The title of a summary, and what follows its colon. */
function titled(summary = ""): [title: string, text: string] {
  const [, title = summary, text = ""] = /^(.*?): (.*)$/.exec(summary) ?? [];
  return [title, text];
}

/** What a message is, and its fields. */
function message(description = "", schema: Schema): string[] {
  const descriptions = new Set([description, schema.description ?? ""]);
  const body = `\`application/json\`, ${rulesOf(schema)}.`;
  return [...descriptions, body, ...fieldSections(schema)];
}

const fence = (language: string, code: string) =>
  `\`\`\`${language}\n${code.trim()}\n\`\`\``;

const json = (value: unknown) => fence("json", JSON.stringify(value, null, 2));
