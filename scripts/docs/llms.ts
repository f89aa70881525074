import {
  authenticationOf,
  operationsIn,
  type ContractDocument,
} from "./contract.js";
import type { Page } from "./pages.js";

/** llms.txt, as https://llmstxt.org describes it: what the API is, and where to read on. */
export function llmsTxt(document: ContractDocument, links: string): string {
  const { info, servers } = document;
  const calls = operationsIn(document).map(
    ({ method, path, summary }) =>
      `- \`${method} ${servers[0]?.url}${path}\`, ${authenticationOf(document)}: ${summary}`,
  );
  return `# ${info.title}

> ${info.summary}

${info.description.trim()}

${calls.join("\n")}
- A failure has \`status: false\`, under any HTTP status, 200 included
- TypeScript client, mock and contract: \`npm install kwik-portal-link\`

${links}
`;
}

const REFERENCE =
  "[The whole reference in Markdown](reference.md): every field, example and failure code, how to redirect, and code samples that were run";

/** From `llms.txt` of the hosted reference to what is beside it. */
export const linksOfSite = ([, ...pages]: readonly Page[]) => `## Reference

- ${REFERENCE}
- [The contract](openapi.json): OpenAPI 3.1, and [as YAML](openapi.yaml)

## Pages

${pages.map(({ name, title }) => `- [${title}](${name}.html)`).join("\n")}`;

/** From `dist/llms.txt` to what is in the package. */
export const linksOfPackage = `## Reference

- ${REFERENCE}
- [The contract](../generated/openapi.json): OpenAPI 3.1, and [its scenarios](../generated/portal-link.arazzo.json) as Arazzo workflows
- [How to use the package](../README.md), and [what changed](../CHANGELOG.md)`;
