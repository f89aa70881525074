// kwik-portal-link/mock: the API, played by the contract.
export type { MockAnswerName } from "./mock/answers.js";
export { createMockHandler } from "./mock/create-mock-handler.js";
export type { MockHandler } from "./mock/create-mock-handler.js";
export type { MockControls } from "./mock/control-api.js";
export type { NextOptions } from "./mock/next-answers.js";
export type { MockOptions } from "./mock/options.js";
export type { MockRequest } from "./mock/request-log.js";
export { startMockServer } from "./mock/start-mock-server.js";
export type {
  MockServer,
  MockServerOptions,
} from "./mock/start-mock-server.js";
