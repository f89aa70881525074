import { probe } from "../programs/probe.js";

test("the probe passes", async () => {
  expect(await probe()).toEqual([]);
});
