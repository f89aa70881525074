// @ts-nocheck
// Plain JavaScript, because a worker thread gets no TypeScript loader on Node 20. Driven by types.ts.
import { parentPort } from "node:worker_threads";
import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const { factory } = ts;
const UNDEFINED = factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword);
/** Any other string, without taking the known ones out of an editor's suggestions. */
const ANY_STRING = factory.createParenthesizedType(
  factory.createIntersectionTypeNode([
    factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    factory.createTypeLiteralNode([]),
  ]),
);

parentPort.on("message", async ({ id, json }) => {
  try {
    parentPort.postMessage({ id, types: await typesOf(JSON.parse(json)) });
  } catch (error) {
    parentPort.postMessage({ id, error });
  }
});

async function typesOf(document) {
  const messages = Object.values(document.paths ?? {}).flatMap(Object.values);
  const requests = reachable(
    document,
    messages.map(({ requestBody }) => requestBody),
  );
  const responses = reachable(
    document,
    messages.map(({ responses }) => responses),
  );
  const isIn = (schemas, path = "") =>
    schemas.has(/^#\/components\/schemas\/([^/]+)/.exec(path)?.[1]);
  const nodes = await openapiTS(describeRefs(document), {
    // Otherwise a `default` in a request would make its field required.
    defaultNonNullable: false,
    // What a caller passes may be readonly, and an optional field may be there as `undefined`.
    postTransform(type, { path }) {
      if (ts.isArrayTypeNode(type) && isIn(requests, path))
        return factory.createTypeOperatorNode(
          ts.SyntaxKind.ReadonlyKeyword,
          type,
        );
      // The vendor may add a value.
      if (isEnum(type) && isIn(responses, path))
        return factory.createUnionTypeNode([...type.types, ANY_STRING]);
    },
    transformProperty(property, _schema, { path }) {
      const { modifiers, name, questionToken, type } = property;
      if (questionToken && isIn(requests, path))
        return factory.createPropertySignature(
          modifiers,
          name,
          questionToken,
          factory.createUnionTypeNode([type, UNDEFINED]),
        );
    },
  });
  return (
    astToString(nameSchemas(nodes))
      // Editors show the text of a comment, but not that of this tag,
      .replace(/^(\s*\/?\*+ )@description /gm, "$1")
      // and take what is indented for code.
      .replace(/^(\s*\*) {5}/gm, "$1 ")
  );
}

/** Whether a type is an enum of strings, which may be null. */
function isEnum(type) {
  // openapi-typescript writes a string as an identifier with quotes.
  const isString = ({ text = "" }) => text.startsWith('"');
  return (
    ts.isUnionTypeNode(type) &&
    type.types.some(isString) &&
    type.types.every(
      (member) =>
        isString(member) || member.literal?.kind === ts.SyntaxKind.NullKeyword,
    )
  );
}

/** Gives each schema a type of its own: errors and hovers show the name of an interface, but all of a type without one. */
function nameSchemas(nodes) {
  const components = nodes.find((node) => node.name?.text === "components");
  const schemas = components?.members.find(
    (member) => member.name.text === "schemas",
  );
  const named = (schemas?.type.members ?? []).map((property) => {
    const { name, type } = property;
    const modifiers = [factory.createModifier(ts.SyntaxKind.ExportKeyword)];
    const declaration = ts.isTypeLiteralNode(type)
      ? factory.createInterfaceDeclaration(
          modifiers,
          name,
          undefined,
          undefined,
          type.members,
        )
      : factory.createTypeAliasDeclaration(modifiers, name, undefined, type);
    ts.setSyntheticLeadingComments(
      declaration,
      ts.getSyntheticLeadingComments(property),
    );
    property.type = factory.createTypeReferenceNode(name);
    return declaration;
  });
  return [...nodes, ...named];
}

/** The names of the schemas that a node holds. */
function reachable(document, node, found = new Set()) {
  if (typeof node !== "object" || node === null) return found;
  for (const [key, value] of Object.entries(node)) {
    if (key !== "$ref" || typeof value !== "string") {
      reachable(document, value, found);
      continue;
    }
    const [, , kind, name] = value.split("/");
    if (kind === "schemas" && found.has(name)) continue;
    if (kind === "schemas") found.add(name);
    reachable(document, document.components[kind]?.[name], found);
  }
  return found;
}

/** A field whose schema has a file of its own is described by that file. */
function describeRefs(document) {
  const { schemas = {} } = document.components ?? {};
  for (const { properties = {} } of Object.values(schemas))
    for (const property of Object.values(properties))
      if (property.$ref)
        property.description ??=
          schemas[property.$ref.split("/").at(-1)]?.description;
  return document;
}
