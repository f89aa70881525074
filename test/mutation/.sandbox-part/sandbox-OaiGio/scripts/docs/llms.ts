// @ts-nocheck
import { authenticationOf, operationsIn } from "./contract.js";
import type { Site } from "./page.js";

/** llms.txt, as https://llmstxt.org describes it. */
export function llmsTxt({ document, pages }: Site): string {
  const { info, servers } = document;
  const calls = operationsIn(document).map(
    ({ method, path, summary }) =>
      `- \`${method} ${servers[0]?.url}${path}\`, ${authenticationOf(document)}: ${summary}`,
  );
  const [reference, ...others] = pages;
  return `# ${info.title}

> ${info.summary}

${info.description.trim()}

${calls.join("\n")}
- A failure has \`status: false\`, under any HTTP status, 200 included
- TypeScript client, mock and contract: \`npm install kwik-portal-link\`

## Reference

- [${reference?.title} in Markdown](reference.md): every field, example and failure code, how to redirect, and code samples that were run
- [The contract](openapi.json): OpenAPI 3.1, and [as YAML](openapi.yaml)

## Pages

${others.map(({ name, title }) => `- [${title}](${name}.html)`).join("\n")}
`;
}
