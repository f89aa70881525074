import type { ContractDocument } from "./contract.js";

/** llms.txt, as https://llmstxt.org describes it. */
export function llmsTxt({ info, servers, paths }: ContractDocument): string {
  const [path = ""] = Object.keys(paths);
  return `# ${info.title}

> ${info.summary} One call: POST ${servers[0]?.url}${path}, HTTP Basic.

- [Reference in Markdown](reference.md): every field, example and failure, and code samples that were run
- [The contract](openapi.json): OpenAPI 3.1, and [as YAML](openapi.yaml)
- [Reference as a page](reference.html): the same without a script
`;
}
