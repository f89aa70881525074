import { expect, test } from "vitest";
import type { Bump } from "../../scripts/release/needed-bump.js";
import { readTypes, readTypeTests } from "../../scripts/release/read-types.js";
import { typesBump } from "../../scripts/release/types-bump.js";

const released = readTypes(".");
const tests = readTypeTests(".");

const OPTION = "    maxRetries?: number | undefined;\n";

/** An edit of the client's or the mock's types, the bump that it demands, and how it is made. */
const edits: [edit: string, Bump, part: string, other: string][] = [
  ["nothing", "none", "", ""],
  ["a comment", "patch", "interface KwikClientOptions", "/** A. */\n$&"],
  ["a class less", "major", "KwikTimeoutError, cancelTypes", "cancelTypes"],
  ["a type less", "major", "CallOptions, CancelType", "CancelType"],
  ["a class as a type", "major", "KwikError, KwikTimeoutError,", "KwikError,"],
  ["another export", "minor", "CallOptions, ", "$&CallOptions as Call, "],
  ["another optional option", "minor", OPTION, "$&    b?: string;\n"],
  ["another required option", "major", OPTION, "$&    b: string;\n"],
  ["an option less", "major", OPTION, ""],
  ["a narrower option", "major", OPTION, "    maxRetries?: 1 | 2;\n"],
  ["a wider option", "minor", OPTION, "    maxRetries?: number | string;\n"],
  [
    "another field of a result",
    "minor",
    "    link_url: string;",
    "$&\n    b: string;",
  ],
  [
    "a wider field of a result",
    "major",
    "    link_url: string;",
    "    link_url: string | undefined;",
  ],
  ["a field of a result less", "major", "    link_url: string;", ""],
  [
    "a field that a result may lack",
    "major",
    "    link_url: string;",
    "    link_url?: string;",
  ],
  [
    "a required argument",
    "major",
    "(options?: KwikClientOptions)",
    "(options: KwikClientOptions)",
  ],
  [
    "another field of an attempt",
    "minor",
    "    durationMs: number;",
    "$&\n    b: string;",
  ],
  ["a field of an attempt less", "major", "    durationMs: number;", ""],
  [
    "an error that is not a KwikError",
    "major",
    "class KwikApiError extends KwikError<ApiErrorDetails>",
    "class KwikApiError",
  ],
  [
    "a field of an error less",
    "major",
    "    readonly fieldErrors: Readonly<Record<string, FieldError>>;",
    "",
  ],
  [
    "an option of the mock less",
    "major",
    "    latencyMs?: number | undefined;",
    "",
  ],
  ["another answer of the mock", "minor", ' | "linkMissing"', '$& | "b"'],
  ["a method of the mock less", "major", "    reset: () => void;", ""],
];

test.for(edits)("%s: %s", ([, bump, part, other]) => {
  const edited = Object.fromEntries(
    Object.entries(released).map(([path, text]) => [
      path,
      text.replace(part, other),
    ]),
  );
  if (part) expect(edited).not.toEqual(released);
  expect(typesBump(released, edited, tests)).toMatchObject({ bump });
});
