import { builtinModules } from "node:module";
import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const NODE_MODULES = `^(node:.*|(${builtinModules.join("|")})(/.*)?)$`;
const NODE_GLOBALS = ["Buffer", "global", "require", "setImmediate"];

/** What a folder of `src/` may not import, and which globals it may not use. */
const forbid = (folders, { modules = [], globals = [] } = {}) => ({
  "no-restricted-globals": ["error", ...globals],
  "no-restricted-imports": [
    "error",
    {
      patterns: [
        `^(\\.\\./)+(${folders.join("|")}|scripts|test|examples|bench)/`,
        ...modules,
      ].map((regex) => ({ regex })),
    },
  ],
  // The rule above does not see `import()`.
  "no-restricted-syntax": [
    "error",
    ...(modules.length ? ["ImportExpression"] : []),
  ],
});
const EVERY_RUNTIME = {
  modules: [NODE_MODULES],
  globals: ["process", "console", ...NODE_GLOBALS],
};
/** Only `cli/` touches the process and the console. */
const NODE = {
  modules: ["^(node:)?(process|console|readline.*)$"],
  globals: ["process", "console"],
};

export default defineConfig(
  globalIgnores([
    "**/.tmp/",
    "dist/",
    "examples/*/",
    "generated/",
    "openapi/code-samples/",
    "test/matrix/programs/",
  ]),
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true } } },
  {
    rules: {
      // `const { settings, ...rest } = request` is how a field is left out.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { ignoreRestSiblings: true },
      ],
    },
  },

  // Arrows point downwards: cli → client, mock, verify → contract → generated.
  {
    files: ["src/*.ts"],
    rules: forbid(["generated"], {
      ...EVERY_RUNTIME,
      modules: [NODE_MODULES, "^\\./(cli|verify)/"],
    }),
  },
  {
    files: ["src/contract/**"],
    rules: forbid(["client", "mock", "verify", "cli"], EVERY_RUNTIME),
  },
  {
    files: ["src/client/**"],
    rules: forbid(["generated", "mock", "verify", "cli"], EVERY_RUNTIME),
  },
  {
    files: ["src/mock/**"],
    ignores: ["src/mock/start-mock-server.ts"],
    rules: forbid(["generated", "client", "verify", "cli"], EVERY_RUNTIME),
  },
  {
    files: ["src/mock/start-mock-server.ts"],
    rules: forbid(["generated", "client", "verify", "cli"], NODE),
  },
  {
    files: ["src/verify/**"],
    rules: forbid(["generated", "client", "mock", "cli"], NODE),
  },
  { files: ["src/cli/**"], rules: forbid(["generated"]) },
  { files: ["scripts/**"], rules: forbid(["src"]) },
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
);
