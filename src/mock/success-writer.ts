import { valueAt } from "../contract/field-path.js";
import type { FieldPath, Operation } from "../contract/generated.js";
import type { CreateId } from "./ids.js";
import type { OperationExamples } from "./named-answers.js";
import { setAt } from "./set-at.js";

/** What differs from one success to the next. */
interface Fresh {
  /** The values of the request's fields, in the order of the operation's echoes. */
  echoed: unknown[];
  createId: CreateId;
  /** For each field that is a time. */
  time: string;
  /** Where links begin. @default as in the example */
  portalUrl: string | undefined;
}

/** The text of a success, and the tokens at the end of its links. */
interface Success {
  body: string;
  tokens: string[];
}

type Slot = (fresh: Fresh, tokens: string[]) => string;

/** Writes successes: an example, in which the echoes follow the request, and ids, times and links are new. */
export function successWriter(
  operation: Operation,
  examples: OperationExamples,
): (fresh: Fresh) => Success {
  // By which echoes the request asks for: an example is serialised once for each.
  const templates = new Map<string, (string | Slot)[]>();
  return (fresh) => {
    let key = "";
    for (const value of fresh.echoed) key += value === undefined ? "-" : "+";
    let template = templates.get(key);
    if (!template)
      templates.set(key, (template = templateFor(operation, examples, key)));
    const tokens: string[] = [];
    let body = "";
    for (const part of template)
      body += typeof part === "string" ? part : part(fresh, tokens);
    return { body, tokens };
  };
}

/** No text of the contract has this character of Unicode's private use. */
const MARK = "\uE000";

function templateFor(
  { echoes, links }: Operation,
  { success, fresh }: OperationExamples,
  key: string,
): (string | Slot)[] {
  const body = structuredClone(Object.values(success)[0]);
  const slots: Slot[] = [];
  const place = (path: FieldPath, slot: Slot) =>
    setAt(body, path, `${MARK}${slots.push(slot) - 1}${MARK}`);
  /** An optional field stays away where the example does without it. */
  const replace = (
    paths: readonly FieldPath[],
    slotFor: (example: string) => Slot,
  ) => {
    for (const path of paths) {
      const example = valueAt(body, path);
      if (typeof example === "string") place(path, slotFor(example));
    }
  };

  for (const [at, { response }] of echoes.entries())
    if (key[at] === "-") setAt(body, response, undefined);
    else place(response, ({ echoed }) => JSON.stringify(echoed[at]));
  replace(fresh.ids, (example) => {
    const [prefix = ""] = /^[a-z]+_/.exec(example) ?? [];
    const length = example.length - prefix.length;
    return ({ createId }) => `"${prefix}${createId(length)}"`;
  });
  replace(
    fresh.times,
    () =>
      ({ time }) =>
        `"${time}"`,
  );
  replace(links, (example) => {
    const start = example.lastIndexOf("/") + 1;
    const documentedUrl = example.slice(0, start);
    const length = example.length - start;
    return ({ createId, portalUrl = documentedUrl }, tokens) => {
      const token = createId(length);
      tokens.push(token);
      return JSON.stringify(portalUrl + token);
    };
  });
  return JSON.stringify(body)
    .split(new RegExp(`"${MARK}(\\d+)${MARK}"`))
    .map((part, at) => (at % 2 ? (slots[Number(part)] as Slot) : part));
}
