/** @jest-environment jsdom */
test("it loads where jsdom lacks what Node has", () => {
  require("kwik-portal-link");
  require("kwik-portal-link/mock").createMockHandler();
});
