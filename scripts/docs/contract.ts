import SwaggerParser from "@apidevtools/swagger-parser";
import { readContract, type Bundle } from "../generate/contract.js";

/** The prose of the contract. */
type Described = { description: string };

interface DescribedDocument extends Bundle {
  info: Described & { title: string; version: string; summary: string };
  servers: (Described & { url: string })[];
}

interface DescribedOperation extends Described {
  summary: string;
  requestBody: Described;
  responses: Record<string, Described>;
}

export type Contract = Awaited<ReturnType<typeof describedContract>>;

/** The contract as the reference tells it: its prose, its messages, and how it is called. */
export async function describedContract(json: string) {
  const dereferenced: unknown = await SwaggerParser.dereference(
    JSON.parse(json) as Parameters<typeof SwaggerParser.dereference>[0],
  );
  const document = dereferenced as DescribedDocument;
  const { operation, title, ...messages } = readContract(document);
  const [method, path] = title.split(" ");
  const endpoint = `${document.servers[0]?.url}${path}`;
  const call = `${method} ${endpoint}`;
  const described = operation as unknown as DescribedOperation;
  return { ...document, ...messages, operation: described, endpoint, call };
}
