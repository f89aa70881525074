// JavaScript, because openapi-typescript's nodes are of a looser type than TypeScript's.
import { createRequire } from "node:module";

// `require` loads both in half the time that `import` takes.
const require = createRequire(import.meta.url);
const ts = require("typescript");
const { default: openapiTS, ...ast } = require("openapi-typescript");

const { factory } = ts;
const READONLY = ts.SyntaxKind.ReadonlyKeyword;
/** Any other string, without taking the known ones out of an editor's suggestions. */
const [{ type: ANY_STRING }] = ast.stringToAST("type T = (string & {})");

/** `schema.d.ts`: openapi-typescript's types of a bundled contract, with an interface for each schema. */
export async function typesOf(json) {
  const { schemas } = JSON.parse(json).components;
  const schemaAt = (path = "") => schemas[path.split("/")[3]] ?? {};
  // Requests are closed, responses open: redocly.yaml sees to it.
  const isClosed = (schema) => schema.additionalProperties === false;
  const open = Object.values(schemas).filter((schema) => !isClosed(schema));
  const openText = JSON.stringify(open);
  const nodes = await openapiTS(json, {
    // Otherwise a `default` in a request would make its field required.
    defaultNonNullable: false,
    postTransform(type, { path = "" }) {
      const schema = schemaAt(path);
      // What a caller passes may be readonly.
      if (ts.isArrayTypeNode(type) && isClosed(schema))
        return factory.createTypeOperatorNode(READONLY, type);
      // The vendor may add a value to an enum of a response.
      const isOpen = schema.enum
        ? openText.includes(`${path}"`)
        : schema.type && !isClosed(schema);
      // openapi-typescript writes a string as an identifier with quotes.
      const isText = ({ text = "" }) => text.startsWith('"');
      if (isOpen && ts.isUnionTypeNode(type) && type.types.some(isText))
        return factory.createUnionTypeNode([...type.types, ANY_STRING]);
    },
    transformProperty(property, schema, { ctx, path }) {
      // A field whose schema has a file of its own is described by that file.
      const target = schema.$ref && ctx.resolve(schema.$ref);
      if (target) schema.description ??= target.description;
      // An optional field of a request may be there as `undefined`.
      const { modifiers, name, questionToken: mark, type } = property;
      if (!mark || !isClosed(schemaAt(path))) return;
      const union = factory.createUnionTypeNode([type, ast.UNDEFINED]);
      return factory.createPropertySignature(modifiers, name, mark, union);
    },
  });
  nameSchemas(nodes);
  return (
    ast
      .astToString(nodes)
      // Editors show the text of a comment, but not that of this tag,
      .replace(/^(\s*\/?\*+ )@description /gm, "$1")
      // and take what is indented for code.
      .replace(/^(\s*\*) {5}/gm, "$1 ")
  );
}

/** Gives each schema a type of its own: errors and hovers show the name of an interface, but all of a type without one. */
function nameSchemas(nodes) {
  const { members } = nodes.find(({ name }) => name.text === "components");
  const schemas = members.find(({ name }) => name.text === "schemas").type
    .members;
  for (const schema of schemas) {
    const { name, type } = schema;
    const head = [ast.tsModifiers({ export: true }), name, []];
    const declaration = ts.isTypeLiteralNode(type)
      ? factory.createInterfaceDeclaration(...head, [], type.members)
      : factory.createTypeAliasDeclaration(...head, type);
    const comments = ts.getSyntheticLeadingComments(schema);
    ts.setSyntheticLeadingComments(declaration, comments);
    schema.type = factory.createTypeReferenceNode(name);
    nodes.push(declaration);
  }
}
