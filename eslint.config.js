import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  globalIgnores([
    "dist/",
    "generated/",
    "openapi/code-samples/",
    "test/consumers/",
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
  {
    // Runs in Workers and browsers as well.
    files: ["src/**"],
    ignores: ["src/{cli,mock-command,mock-server,verify-*}.ts"],
    rules: {
      "no-restricted-globals": ["error", "process", "Buffer", "require"],
      "no-restricted-imports": ["error", { patterns: ["node:*"] }],
    },
  },
  { files: ["**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
);
