import { builtinModules } from "node:module";
import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const NODE_MODULES = `^(node:.*|(${builtinModules.join("|")})(/.*)?)$`;
const NODE_GLOBALS = ["Buffer", "global", "require", "setImmediate"];

/** The rules of a folder of `src/`: the folders and modules it may not import, and the globals it may not use. */
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
const NODE_WITHOUT_PROCESS = {
  modules: ["^(node:)?(process|console|readline.*)$"],
  globals: ["process", "console"],
};

export default defineConfig(
  globalIgnores([
    "dist/",
    "examples/*/",
    "generated/",
    "openapi/code-samples/",
    "test/consumers/",
    "test/mutation/",
    "test/matrix/consumer/",
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

  // Arrows point downwards: cli → verify → client → contract ← mock. contract/ alone reads what is generated.
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
    rules: forbid(
      ["generated", "client", "verify", "cli"],
      NODE_WITHOUT_PROCESS,
    ),
  },
  {
    files: ["src/verify/**"],
    rules: forbid(["generated", "mock", "cli"], NODE_WITHOUT_PROCESS),
  },
  { files: ["src/cli/**"], rules: forbid(["generated"]) },
  { files: ["scripts/**"], rules: forbid(["src"]) },
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
);
