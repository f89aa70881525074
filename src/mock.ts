// kwik-portal-link/mock: the API, played by the contract.
export type { MockAnswerName } from "./mock-answers.js";
export type { MockControls } from "./mock-api.js";
export type { MockOptions } from "./mock-options.js";
export type { MockRequest } from "./mock-record.js";
export { createMockHandler } from "./mock-handler.js";
export type { MockHandler } from "./mock-handler.js";
export { startMockServer } from "./mock-server.js";
export type { MockServer, MockServerOptions } from "./mock-server.js";
