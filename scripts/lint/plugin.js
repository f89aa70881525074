// Local lint rules: what this contract must keep and no ready-made rule checks. Listed in redocly.yaml.
import authenticationRequired from "./authentication-required.js";
import componentFileNames from "./component-file-names.js";
import enumValuesDescribed from "./enum-values-described.js";
import failuresUnderAnyStatus from "./failures-under-any-status.js";
import knownNames from "./known-names.js";
import openness from "./openness.js";
import scenarioExamples from "./scenario-examples.js";
import slips from "./slips.js";

export default () => ({
  id: "kwik",
  rules: {
    oas3: {
      "authentication-required": authenticationRequired,
      "component-file-names": componentFileNames,
      "enum-values-described": enumValuesDescribed,
      "failures-under-any-status": failuresUnderAnyStatus,
      "known-names": knownNames,
      openness,
      "scenario-examples": scenarioExamples,
      slips: slips,
    },
  },
});
