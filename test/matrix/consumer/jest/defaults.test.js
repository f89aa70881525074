const { probe } = require("../node_modules/.programs/probe.cjs");

test("the probe passes", async () => {
  expect(await probe()).toEqual([]);
});
