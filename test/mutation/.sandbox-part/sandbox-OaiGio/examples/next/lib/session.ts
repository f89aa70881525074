// @ts-nocheck
// Stands in for your own login: a signed cookie holds the Kwik customer id.
import { createHmac, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";

function sign(customerId: string): string {
  const { SESSION_SECRET } = process.env;
  if (!SESSION_SECRET) throw new Error("SESSION_SECRET is not set.");
  const hmac = createHmac("sha256", SESSION_SECRET).update(customerId);
  return `${customerId}.${hmac.digest("base64url")}`;
}

export async function signIn(customerId: string): Promise<void> {
  const options = { httpOnly: true, sameSite: "lax" } as const;
  (await cookies()).set("session", sign(customerId), options);
}

export async function signedInCustomer(): Promise<string | undefined> {
  const session = (await cookies()).get("session")?.value ?? "";
  const customerId = session.slice(0, session.lastIndexOf("."));
  const given = Buffer.from(session);
  const expected = Buffer.from(sign(customerId));
  return given.length === expected.length && timingSafeEqual(given, expected)
    ? customerId
    : undefined;
}
