import { operationsIn, type ContractDocument } from "./contract.js";

/** llms.txt, as https://llmstxt.org describes it. */
export function llmsTxt(document: ContractDocument): string {
  const { info, servers } = document;
  const calls = operationsIn(document).map(
    ({ method, path, summary }) =>
      `- \`${method} ${servers[0]?.url}${path}\`, HTTP Basic: ${summary}`,
  );
  return `# ${info.title}

> ${info.summary}

${calls.join("\n")}

- [Reference in Markdown](reference.md): every field, example and failure, and code samples that were run
- [The contract](openapi.json): OpenAPI 3.1, and [as YAML](openapi.yaml)
- [Reference as a page](reference.html): the same without a script
`;
}
