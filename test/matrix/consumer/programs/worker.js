import { probe } from "./probe.js";

export default {
  fetch: async (request, { MOCK_URL }) => Response.json(await probe(MOCK_URL)),
};
