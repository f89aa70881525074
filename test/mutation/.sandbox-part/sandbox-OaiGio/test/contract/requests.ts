// @ts-nocheck
import fc from "fast-check";
import { schemaFields, type Schema } from "./schema-fields.js";

/** Requests of every kind, made from the contract: valid ones, and ones broken in one or several places. */
export function requests(): fc.Arbitrary<unknown> {
  const [request] = schemaFields({
    $ref: "#/components/schemas/PortalLinkRequest",
  });
  if (!request) throw new Error("The contract has no request.");
  return fc.oneof(
    { weight: 29, arbitrary: rightValueOf(request.schema) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
  );
}

/** Mostly what the schema asks for, and now and then what it does not. */
function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  const [resolved] = schemaFields(schema);
  const right = rightValueOf(resolved?.schema ?? schema);
  return fc.oneof(
    { weight: 12, arbitrary: right },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
  );
}

function rightValueOf(schema: Schema): fc.Arbitrary<unknown> {
  switch (schema.type) {
    case "object":
      return objectOf(schema);
    case "array":
      return fc.array(valueOf(schema.items ?? {}), { maxLength: 4 });
    case "boolean":
      return fc.boolean();
    case "string":
      return stringOf(schema);
    default:
      throw new Error(`No value is known for the type ${schema.type}.`);
  }
}

function stringOf(schema: Schema): fc.Arbitrary<string> {
  if (schema.enum) {
    const values = schema.enum as string[];
    return fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...values) },
      fc.constantFrom(...values).map((value) => value.toLowerCase()),
      fc.constantFrom(...values).map((value) => `${value} `),
      fc.string(),
    );
  }
  if (schema.format === "uri")
    return fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      almostUri(),
    );
  return fc.string({ unit: "binary" });
}

/** Pieces of URIs, put together in any way. */
function almostUri(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    ...`http https mailto urn a+b.c-d 1a : / // ? # @ % %20 %zz localhost 127.0.0.1 256.1.1.1 [::1] [1::2::3] [ ] :8080 :x \\ é { | ^ " < ~ !$&'()*+,;= a_b user:pass@ ..`.split(
      " ",
    ),
    ...[" ", "\n", ""],
  );
  return fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join(""));
}

function objectOf(schema: Schema): fc.Arbitrary<object> {
  const names = Object.keys(schema.properties ?? {});
  const known = fc.record(
    Object.fromEntries(
      names.map((name) => [name, valueOf(schema.properties?.[name] ?? {})]),
    ),
    { requiredKeys: [] },
  );
  const required = fc.record(
    Object.fromEntries(
      (schema.required ?? []).map((name) => [
        name,
        valueOf(schema.properties?.[name] ?? {}),
      ]),
    ),
  );
  const misspelt = fc.constantFrom(
    ...names.flatMap((name) => [
      name.toUpperCase(),
      name.replace("_", ""),
      `${name}s`,
    ]),
  );
  // ASCII, because Prism reports in a header.
  const foreign = fc.oneof(
    misspelt,
    fc.string({ unit: "grapheme-ascii", maxLength: 9 }),
    fc.constantFrom("toString", "constructor", "hasOwnProperty"),
  );
  const unknown = fc.dictionary(foreign, fc.jsonValue({ maxDepth: 0 }), {
    maxKeys: 2,
  });
  return fc
    .tuple(
      known,
      fc.oneof(
        { weight: 15, arbitrary: required },
        { weight: 1, arbitrary: fc.constant({}) },
      ),
      fc.oneof(
        { weight: 6, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: unknown },
      ),
    )
    .map((parts) => Object.assign({}, ...parts) as object);
}
