import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** The data of a test, which stand beside it in a YAML file of its name. */
export function tablesFor<Tables>({ filename }: ImportMeta): Tables {
  const file = filename.replace(/(\.test)?\.ts$/, ".yaml");
  return parse(readFileSync(file, "utf8")) as Tables;
}
