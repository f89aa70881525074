// @ts-nocheck
import { redirect } from "next/navigation";
import { signIn } from "../../lib/session";

async function logIn() {
  "use server";
  await signIn("cus_abc123");
  redirect("/account");
}

export default function LoginPage() {
  return (
    <form action={logIn}>
      <button>Sign in</button>
    </form>
  );
}
