// @ts-nocheck
// What the readers show of a document. Plain JavaScript, so that the compiler and ESLint need none of them.
import { dereference, validate } from "@scalar/openapi-parser";
import bruno from "@usebruno/converters";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import Fastify from "fastify";
import openapiGlue from "fastify-openapi-glue";
import postman from "openapi-to-postmanv2";
import SwaggerClient from "swagger-client";

const [PATH, METHOD] = ["/customer-portal/link", "post"];
const INVALID = { settings: { cancel_type: "LATER" } };
const operationOf = (document) => document.paths[PATH][METHOD];

export const readers = {
  Postman: async (document) => {
    const data = globalThis.structuredClone(document);
    const { output, reason } = await new Promise((resolve, reject) =>
      postman.convertV2(
        { type: "json", data },
        { folderStrategy: "Tags" },
        (error, result) => (error ? reject(error) : resolve(result)),
      ),
    );
    if (!output) throw new Error(reason);
    const requests = leaves(output[0].data.item, "item");
    return {
      requests: requests.map(({ path }) => path),
      responses: count(requests[0].response, ({ code }) => code ?? "default"),
    };
  },
  Bruno: (document) => {
    const requests = leaves(bruno.openApiToBruno(document).items, "items");
    return {
      requests: requests.map(({ path }) => path),
      body: JSON.parse(requests[0].request.body.json),
      // An example of a response for each example of a request.
      responses: count(
        requests[0].examples,
        ({ response }) => response.status ?? "default",
      ),
    };
  },
  Scalar: async (document) => {
    const { valid, errors } = await validate(document);
    const { schema } = dereference(document);
    return { valid, errors, ...shown(operationOf(schema)) };
  },
  "Swagger UI": async (document) => {
    const spec = globalThis.structuredClone(document);
    const { spec: resolved, errors, apis } = await new SwaggerClient({ spec });
    const requests = Object.entries(apis).flatMap(([tag, operations]) =>
      Object.keys(operations).map((name) => `${tag}/${name}`),
    );
    return { requests, errors, ...shown(operationOf(resolved)) };
  },
  "Ajv strict": (document) => {
    const ajv = addFormats(new Ajv2020({ strict: true, allErrors: true }));
    // Ajv takes a schema by its $id, not by its place in the document.
    const { schemas } = document.components;
    const text = JSON.stringify(schemas).replaceAll(
      "#/components/schemas/",
      "",
    );
    for (const [$id, schema] of Object.entries(JSON.parse(text)))
      ajv.addSchema({ ...schema, $id });
    for (const name of Object.keys(schemas)) ajv.getSchema(name);
    ajv.validate("PortalLinkRequest", INVALID);
    return { violations: ajv.errors.map(({ keyword }) => keyword) };
  },
  "fastify-openapi-glue": async (specification) => {
    const app = Fastify();
    // Fastify's own body of an error does not fit the schema under `default`.
    const failure = { status: false, error_code: "005", error_message: "no" };
    app.setErrorHandler((error, request, reply) =>
      reply.code(error.statusCode).send(failure),
    );
    const { value: link } =
      specification.components.examples["PortalLinkResponse.noSubscription"];
    await app.register(openapiGlue, {
      specification,
      serviceHandlers: { createPortalLink: async () => link },
      securityHandlers: { ApiKeyAndSecret: async () => {} },
    });
    const send = (payload) =>
      app.inject({ method: METHOD, url: PATH, payload });
    const valid = await send({ customer_id: "cus_abc123" });
    const invalid = await send(INVALID);
    await app.close();
    return {
      valid: [valid.statusCode, valid.json().status],
      invalid: [invalid.statusCode, invalid.json().status],
    };
  },
};

/** The requests of a collection, with the folders that they are filed under. */
function leaves(items, children, folder = "") {
  return items.flatMap((item) =>
    item[children]
      ? leaves(item[children], children, `${folder}${item.name}/`)
      : [{ ...item, path: folder + item.name }],
  );
}

/** What a resolved operation says, with all references followed. */
function shown({ requestBody, responses }) {
  const schemaOf = ({ content }) => content["application/json"].schema;
  return {
    required: schemaOf(requestBody).required,
    status: schemaOf(responses["200"]).properties.status.enum,
    responses: Object.keys(responses),
  };
}

function count(items, keyOf) {
  const counts = {};
  for (const key of items.map(keyOf)) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
