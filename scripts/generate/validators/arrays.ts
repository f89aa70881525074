import { summaryOf } from "./messages.js";
import { block, lines, type Place, type SchemaObject } from "./place.js";

interface Item {
  value: string;
  path: string;
  key: string;
}

/** `prefixItems` and `items`. */
export function arrays(schema: SchemaObject, place: Place): string {
  const { prefixItems = [], items = true } = schema;
  const { value } = place.subject;
  const { length } = prefixItems;
  const first = prefixItems.map((one, index) =>
    block(
      `if (${value}.length > ${index})`,
      itemAt(place, `${index}`, (item) =>
        place.inside(["prefixItems", index], item).print(one),
      ),
    ),
  );
  const rest =
    items === false && length > 0
      ? `if (${value}.length > ${length}) ${place.fail("items", `must have no more items than ${length}`)}`
      : eachItem(place, length, (item) =>
          place.inside(["items"], item).print(items),
        );
  return lines(...first, rest);
}

export function contains(
  { contains = true }: SchemaObject,
  place: Place,
): string {
  const found = place.printer.variable("found");
  const search = eachItem(place, 0, (item) => {
    const { code, passes } = place.attempt(contains, ["contains"], item);
    return lines(code, `if (${passes}) ${found} = true;`);
  });
  const message = `must have an item that is ${summaryOf(contains)}`;
  return lines(
    `let ${found} = false;`,
    search,
    `if (!${found}) ${place.fail("contains", message)}`,
  );
}

function eachItem(
  place: Place,
  start: number,
  judge: (item: Item) => string,
): string {
  const index = place.printer.variable("index");
  return block(
    `for (let ${index} = ${start}; ${index} < ${place.subject.value}.length; ${index}++)`,
    itemAt(place, index, judge),
  );
}

function itemAt(
  place: Place,
  key: string,
  judge: (item: Item) => string,
): string {
  const value = place.printer.variable("item");
  const code = judge({ value, path: place.ownPath, key });
  return (
    code && lines(`const ${value} = ${place.subject.value}[${key}];`, code)
  );
}
