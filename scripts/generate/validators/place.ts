import { jsonPointer } from "../unsupported-error.js";

export type Schema = boolean | SchemaObject;

export interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  additionalProperties?: Schema;
  propertyNames?: Schema;
  required?: string[];
  dependentRequired?: Record<string, string[]>;
  dependentSchemas?: Record<string, Schema>;
  items?: Schema;
  prefixItems?: Schema[];
  contains?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  [keyword: string]: unknown;
}

/** Prints the JavaScript for some keywords of a schema. */
export type Print = (schema: SchemaObject, place: Place) => string;

/** What a schema judges, as JavaScript expressions. */
export interface Subject {
  value: string;
  /** The path of what it is in: `[path, key]` again. */
  path: string;
  /** Its name or index in there. */
  key: string;
  /** The list that takes the errors. */
  errors: string;
  /** The types that the schemas around this one ask of the same value. */
  types?: readonly string[] | undefined;
}

/** The module that is being printed. */
export interface Printer {
  schema: (schema: Schema, place: Place) => string;
  /** A name that nothing else has in the function that is being printed. */
  variable: (name: string) => string;
  /** The function of a referenced schema. */
  functionOf: (ref: string) => string;
  /** The function of a schema inside another, which it shares with those of the same code; "" where nothing is to be checked. */
  functionFor: (schema: Schema, pointer: string) => string;
  /** What types a referenced schema asks for. */
  typesOf: (ref: string) => readonly string[] | undefined;
}

/** Where a schema stands in the bundle, and what it judges. */
export class Place {
  constructor(
    readonly pointer: string,
    readonly subject: Subject,
    readonly printer: Printer,
  ) {}

  /** The place of what stands inside, which judges the same value unless told otherwise. */
  inside(keys: (string | number)[], other: Partial<Subject> = {}): Place {
    const types = other.value === undefined ? this.subject.types : undefined;
    return new Place(
      this.pointer + jsonPointer(keys),
      { ...this.subject, types, ...other },
      this.printer,
    );
  }

  get ownPath(): string {
    return `[${this.subject.path}, ${this.subject.key}]`;
  }

  print(schema: Schema): string {
    return this.printer.schema(schema, this);
  }

  /** Prints a schema so that it keeps its errors to itself, and a condition that tells whether there were none. */
  attempt(schema: Schema, keys: (string | number)[], other?: Partial<Subject>) {
    const errors = this.printer.variable("errors");
    const code = this.inside(keys, { ...other, errors }).print(schema);
    const passes = `!${errors}.length`;
    return { errors, passes, code: lines(`const ${errors} = [];`, code) };
  }

  /** Reports an error of the value, or of what it has under a key. */
  fail(keyword: string, message: string, key?: string): string {
    return this.failWith(keyword, JSON.stringify(message), key);
  }

  /** The same with an expression for the message. */
  failWith(keyword: string, message: string, key?: string): string {
    const at = key === undefined ? this.ownPath : `[${this.ownPath}, ${key}]`;
    return `fail(${this.subject.errors}, ${at}, ${JSON.stringify(keyword)}, ${message});`;
  }
}

export function lines(...code: string[]): string {
  return code.filter(Boolean).join("\n");
}

/** A statement with a body; nothing where the body is empty. */
export function block(head: string, body: string): string {
  return body && `${head} {\n${body}\n}`;
}
