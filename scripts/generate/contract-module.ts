import type { Bundle, Contract } from "./contract.js";
import { ContractError, follow } from "./contract.js";
import { schemaRules } from "./schema-rules.js";

/** `contract.ts`: the values of the contract that code needs. */
export function contractModule(contract: Contract, bundle: Bundle): string {
  const { request, response, failure } = contract;
  const serverUrl = bundle.servers[0]?.url;
  const { schema } = resultField(contract, "link_url");
  const link = new URL(String(schema.examples?.[0]), serverUrl);
  const fields = schemaRules(request.schema).flatMap(({ path }) => path);
  const constants: Record<string, unknown> = {
    version: bundle.info.version,
    serverUrl,
    echoes: echoesOf(contract),
    secrets: secretsOf(contract),
    requiredTexts: requiredTexts(contract),
    // Without the part that differs from link to link.
    portalPath: link.pathname.replace(/\/[^/]*$/, ""),
    requestFields: [...new Set(fields)].filter((name) => /\w/.test(name)),
  };
  for (const [name, schema] of Object.entries(bundle.components.schemas)) {
    // `CancelType` → `cancelTypes`, which must not take the place of `secrets`.
    const plural = `${name.charAt(0).toLowerCase()}${name.slice(1)}s`;
    if (schema.enum) constants[plural] ??= schema.enum;
  }
  let code = `import type { ${request.name}, ${response.name}, ${failure.name} } from "./schema.js";\n\n`;
  for (const [name, value] of Object.entries(constants))
    code += `export const ${name} = ${JSON.stringify(value)} as const;\n`;
  code += "\n/** Example name → body. */\nexport const examples = {\n";
  for (const side of ["request", "response", "failure"] as const) {
    code += `  ${side}: {\n`;
    for (const [name, { value }] of Object.entries(contract[side].examples))
      code += `    ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`;
    code += `  } satisfies Record<string, ${contract[side].name}>,\n`;
  }
  return `${code}};\n`;
}

/**
 * Field of the result → field of the request that it has the value of.
 *
 * @throws {ContractError} an echo of other fields, or one that an example does not keep.
 */
export function echoesOf(contract: Contract): Record<string, string> {
  const { title, operation, request, response } = contract;
  const echoes: Record<string, string> = {};
  for (const [to, from] of Object.entries(operation["x-echoes"] ?? {})) {
    const { path, place } = follow(contract, "x-echoes", to);
    const origin = follow(contract, "x-echoes", from);
    const isFlat = path.length === 2 && origin.path.length === 1;
    if (!isFlat || path[0] !== "result" || origin.side !== "request")
      throw new ContractError(
        `${place}: an echo says which field of the result has the value of which field of the request, as in \`$response.body#/result/customer_id: $request.body#/customer_id\`.`,
      );
    echoes[path[1] ?? ""] = origin.path[0] ?? "";
  }
  // A scenario is a request and a response of one name: docs and mocks show them together.
  const scenarios = { ...request.examples, ...response.examples };
  for (const name of Object.keys(scenarios)) {
    const sent = request.examples[name]?.value as Record<string, unknown>;
    const received = response.examples[name]?.value as { result: typeof sent };
    if (!sent || !received)
      throw new ContractError(
        `${title}: the example \`${name}\` stands on one side alone: add one of that name to the ${sent ? "response" : "request"}.`,
      );
    for (const [to, from] of Object.entries(echoes))
      if (received.result[to] !== sent[from])
        throw new ContractError(
          `${title}, x-echoes: in the example \`${name}\` the response's ${to} is not the request's ${from}: write the same value on both sides, or on neither.`,
        );
  }
  return echoes;
}

/** The names of the fields that are secret. */
function secretsOf(contract: Contract): string[] {
  const secrets = [contract.operation["x-secrets"] ?? []].flat();
  if (secrets.length === 0)
    throw new ContractError(`${contract.title}: x-secrets must name a field.`);
  return secrets.map((expression) => {
    const { path, schema, place } = follow(contract, "x-secrets", expression);
    if (schema.type === "string") return path.at(-1) ?? "";
    throw new ContractError(`${place} is no string: only one can be secret.`);
  });
}

/** A field of the result that code names. */
export function resultField(contract: Contract, name: string) {
  return follow(contract, "src", `$response.body#/result/${name}`);
}

/** The strings that every result has, by name. */
export function requiredTexts(contract: Contract): string[] {
  const { schema } = follow(contract, "src", "$response.body#/result");
  const { required = [], properties = {} } = schema;
  return required.filter((name) => properties[name]?.type === "string");
}
