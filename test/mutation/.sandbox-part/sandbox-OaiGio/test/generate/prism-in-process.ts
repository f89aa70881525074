// @ts-nocheck
import { createRequire } from "node:module";

interface PrismHttp {
  getHttpOperationsFromSpec: (file: string) => Promise<unknown[]>;
  createInstance: (
    config: object,
    components: object,
  ) => {
    request: (
      request: object,
      operations: unknown[],
    ) => () => Promise<{ right?: { output: { statusCode: number } } }>;
  };
}

const log = () => undefined;
const logger: object = {
  ...Object.fromEntries(
    ["trace", "debug", "info", "warn", "error", "success", "start"].map(
      (level) => [level, log],
    ),
  ),
  child: () => logger,
};

/** Stock Prism without its server: forty contracts in one process, where a server for each would take minutes. */
export async function createPrism(document: string) {
  const require = createRequire(
    createRequire(import.meta.url).resolve("@stoplight/prism-cli"),
  );
  const { getHttpOperationsFromSpec, createInstance } =
    require("@stoplight/prism-http") as PrismHttp;
  const operations = await getHttpOperationsFromSpec(document);
  const prism = createInstance(
    {
      mock: { dynamic: false },
      validateRequest: true,
      validateResponse: true,
      checkSecurity: true,
      errors: true,
    },
    { logger },
  );
  return {
    async accepts(body: object): Promise<boolean> {
      const answer = await prism.request(
        {
          method: "post",
          url: { path: "/customer-portal/link" },
          headers: {
            authorization: `Basic ${btoa("key:secret")}`,
            "content-type": "application/json",
          },
          body,
        },
        operations,
      )();
      const status = answer.right?.output.statusCode ?? 500;
      return status < 300;
    },
  };
}
