// @ts-nocheck
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  isAlias,
  isCollection,
  isMap,
  LineCounter,
  parseDocument,
  type Node,
} from "yaml";

export interface SourceLocation {
  /** Absolute path of a hand-written file. */
  file: string;
  line: number;
}

interface Place {
  file: string;
  counter: LineCounter;
  node: Node | null;
  line: number;
}

/**
 * Finds the hand-written line behind a place in the bundled document, for tools that report only a JSON Pointer into the bundle,
 * with or without its leading `#`. Where the pointer leads nowhere, answers with the last line on the way there.
 */
export async function locate(
  root: string,
  pointer: string,
): Promise<SourceLocation> {
  const path = pointer
    .replace(/^#/, "")
    .split("/")
    .filter(Boolean)
    .map(decoded);
  let place = await open(root, 1);
  let rest = path;
  // The bundle hoists each file of `components/` into `components`.
  const [components, kind, name] = path;
  if (components === "components" && name !== undefined) {
    const file = join(dirname(root), "components", `${kind}`, `${name}.yaml`);
    place = await open(file, 1).catch(() => place);
    rest = path.slice(3);
  }
  for (const key of rest) {
    const next = child(place, key);
    if (!next) break;
    place = await followRef(next);
  }
  return { file: place.file, line: place.line };
}

function decoded(key: string): string {
  return decodeURIComponent(key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

async function open(file: string, line: number): Promise<Place> {
  const counter = new LineCounter();
  const document = parseDocument(await readFile(file, "utf8"), {
    lineCounter: counter,
  });
  return { file, counter, node: document.contents, line };
}

function child(place: Place, key: string): Place | undefined {
  if (!isCollection(place.node)) return undefined;
  const name = isMap(place.node) ? key : Number(key);
  const pair = isMap(place.node)
    ? place.node.items.find((item) => String(item.key) === name)
    : undefined;
  const node = place.node.get(name, true) as Node | undefined;
  const start = (pair?.key as Node | undefined)?.range?.[0] ?? node?.range?.[0];
  if (start === undefined || isAlias(node)) return undefined;
  return {
    ...place,
    node: node ?? null,
    line: place.counter.linePos(start).line,
  };
}

async function followRef(place: Place): Promise<Place> {
  const ref = isMap(place.node) ? place.node.get("$ref") : undefined;
  if (typeof ref !== "string" || !/\.ya?ml$/.test(ref)) return place;
  return open(join(dirname(place.file), ref), 1);
}
