// The page with the buttons. Try it: docs/next.md says how.
import { manageBilling } from "./actions";

interface Props {
  searchParams: Promise<{ billing?: string }>;
}

export default async function AccountPage({ searchParams }: Props) {
  const { billing } = await searchParams;
  return (
    <main>
      <h1>Your account</h1>
      {billing === "failed" && (
        <p role="alert">Billing is unavailable. Please try later.</p>
      )}
      <form action={manageBilling}>
        <button>Manage billing</button>
      </form>
      <form method="post" action="/billing">
        <button>Manage billing, by the route handler</button>
      </form>
    </main>
  );
}
