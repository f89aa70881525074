// The door to the contract cases: apart from the other one, because only verify needs them.
export { default as contractCases } from "../../generated/cases.json" with { type: "json" };
