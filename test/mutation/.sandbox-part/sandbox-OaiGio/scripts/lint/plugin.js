// @ts-nocheck
// Local lint rules: what this contract must keep and no ready-made rule checks. Listed in redocly.yaml.
import authenticationRequired from "./authentication-required.js";
import componentFileNames from "./component-file-names.js";
import echoes from "./echoes.js";
import enumValuesDescribed from "./enum-values-described.js";
import failureResponse from "./failure-response.js";
import knownNames from "./known-names.js";
import namedFields from "./named-fields.js";
import openness from "./openness.js";
import overlooked from "./overlooked.js";
import ownRules from "./own-rules.js";
import scenarioExamples from "./scenario-examples.js";
import valueSchemas from "./value-schemas.js";

export default () => ({
  id: "kwik",
  rules: {
    oas3: {
      "authentication-required": authenticationRequired,
      "component-file-names": componentFileNames,
      echoes,
      "enum-values-described": enumValuesDescribed,
      "failure-response": failureResponse,
      "known-names": knownNames,
      "named-fields": namedFields,
      openness,
      overlooked,
      "own-rules": ownRules,
      "scenario-examples": scenarioExamples,
      "value-schemas": valueSchemas,
    },
  },
});
