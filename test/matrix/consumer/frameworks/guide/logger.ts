import { createKwikClient } from "kwik-portal-link";

export const kwik = createKwikClient({
  onAttempt: ({ error, ...attempt }) => {
    const level = !error
      ? "info"
      : attempt.retryInMs === undefined
        ? "error"
        : "warn";
    console.log(
      JSON.stringify({ level, message: "kwik attempt", error, ...attempt }),
    );
  },
});
