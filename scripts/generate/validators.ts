import { SchemaError } from "./validators/place.js";
import { printValidators } from "./validators/print-validators.js";

interface Message {
  $ref?: string;
  content?: Record<string, { schema?: { $ref?: string } }>;
}

interface Operation {
  requestBody?: Message;
  responses?: Record<string, Message>;
}

/** The validators of a bundled document's messages. */
export function validatorsFiles(document: object): { js: string; dts: string } {
  const names = validatorNames(document);
  return { js: printValidators(document, names), dts: types(names) };
}

/**
 * The schemas that somebody sends or receives: of each request, each success and each failure.
 *
 * @throws {SchemaError} for a message whose schema is not in a file of its own.
 */
export function validatorNames(document: object): string[] {
  const { paths = {} } = document as {
    paths?: Record<string, Record<string, Operation>>;
  };
  const names = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) => {
      const place = `/paths/${encodeURIComponent(path.replaceAll("/", "~1"))}/${method}`;
      const { requestBody, responses = {} } = operation;
      return [
        ...schemasOf(document, requestBody, `${place}/requestBody`),
        ...Object.entries(responses)
          .filter(([status]) => /^(2|default$)/.test(status))
          .flatMap(([status, response]) =>
            schemasOf(document, response, `${place}/responses/${status}`),
          ),
      ];
    }),
  );
  return [...new Set(names)];
}

/** The names of the schemas of a request's or response's JSON. */
function schemasOf(
  document: object,
  message: Message = {},
  pointer: string,
): string[] {
  const { $ref } = message;
  if ($ref) {
    const [kind = "", name = ""] = $ref.split("/").slice(-2);
    const { components } = document as {
      components: Record<string, Record<string, Message>>;
    };
    return schemasOf(document, components[kind]?.[name], $ref.slice(1));
  }
  return Object.entries(message.content ?? {})
    .filter(([type]) => /\bjson\b/.test(type))
    .map(([type, { schema }]) => {
      const [, name] =
        /^#\/components\/schemas\/(\w+)$/.exec(schema?.$ref ?? "") ?? [];
      if (name) return name;
      throw new SchemaError(
        `${pointer}/content/${encodeURIComponent(type.replaceAll("/", "~1"))}`,
        "The JSON of a request or response has a schema of its own: write it in a file in openapi/components/schemas/ and refer to it with $ref.",
      );
    });
}

function types(names: readonly string[]): string {
  return `export interface ValidationError {
  /** The way to the value, or to where it would be. */
  path: (string | number)[];
  /** The keyword of the schema that is broken. */
  keyword: string;
  /** What the value must be, as in "must be NOW or AFTER_BILLING_PERIOD". */
  message: string;
}

/** Returns what is wrong, or \`undefined\`. Never throws, and never changes the value. */
export type Validator = (value: unknown) => ValidationError[] | undefined;

${names.map((name) => `export declare const ${name}: Validator;\n`).join("")}`;
}
