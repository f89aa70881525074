import { probe } from "./probe.js";

const failures = await probe();
if (failures.length) throw new Error(failures.join("\n"));
console.log("passed");
