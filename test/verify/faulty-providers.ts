// Providers, each a right one but for one thing.
import type {
  ErrorResponse,
  PortalLink,
  PortalLinkRequest,
} from "../../src/index.js";
import { createMockHandler } from "../../src/mock.js";

export const API_KEY = "key_gallery_abc123";
export const API_SECRET = "secret_gallery_do_not_show";

export type Provider = (request: Request) => Promise<Response>;

export interface Exhibit {
  name: string;
  /** The one rule that it breaks; without one, it is only different. */
  breaks?: string;
  /** It bends this one. */
  warns?: string;
  provider: () => Provider;
}

type Fields = Record<string, unknown>;

const right = () =>
  createMockHandler({ apiKey: API_KEY, apiSecret: API_SECRET });

/** Changes the JSON of each answer. */
function answering(
  change: (body: Fields, request: PortalLinkRequest, status: number) => unknown,
  options: { status?: (status: number) => number } = {},
): () => Provider {
  return () => {
    const mock = right();
    return async (request) => {
      const asked = (await request.clone().json()) as PortalLinkRequest;
      const response = await mock(request);
      const body = (await response.json()) as Fields;
      const status = options.status?.(response.status) ?? response.status;
      return Response.json(change(body, asked, response.status), { status });
    };
  };
}

/** Changes the link of each success. */
const linking = (change: (link: Fields, request: PortalLinkRequest) => void) =>
  answering((body, request) => {
    if (body.status === true) change(body.result as Fields, request);
    return body;
  });

/** Changes each failure. */
const failing = (
  change: (failure: Fields) => unknown,
  options?: { status: (status: number) => number },
) =>
  answering((body) => (body.status === false ? change(body) : body), options);

/** Looks at a request with other eyes, before the right provider does. */
const asking = (change: (body: Fields) => void) => (): Provider => {
  const mock = right();
  return async (request) => {
    const body = (await request.clone().json()) as Fields;
    change(body);
    return mock(
      new Request(request.url, {
        method: "POST",
        headers: request.headers,
        body: JSON.stringify(body),
      }),
    );
  };
};

/** Answers some requests with something else altogether. */
const instead =
  (
    applies: (status: number) => boolean,
    answer: (status: number) => Response,
  ) =>
  (): Provider => {
    const mock = right();
    return async (request) => {
      const response = await mock(request);
      return applies(response.status) ? answer(response.status) : response;
    };
  };

const html = (status: number) =>
  new Response("<!doctype html><title>Oops</title>", {
    status,
    headers: { "content-type": "text/html" },
  });

const withCredentials =
  (credentials: (given: string | null) => string) => (): Provider => {
    const mock = right();
    return (request) => {
      const headers = new Headers(request.headers);
      headers.set("authorization", credentials(headers.get("authorization")));
      return mock(new Request(request, { headers }));
    };
  };
const RIGHT = `Basic ${btoa(`${API_KEY}:${API_SECRET}`)}`;

const FIELDS: (keyof PortalLink)[] = [
  "id",
  "session_id",
  "customer_id",
  "link_url",
  "expires_at",
];

const MISTYPED: Record<string, unknown> = {
  mistyped: 1,
  null: null,
  empty: "",
  "an object": {},
};

const settingsOf = (body: Fields) =>
  typeof body.settings === "object" ? (body.settings as Fields) : {};

/** A field of the request → what a provider does that does not look at it. */
const BLIND: Record<string, (body: Fields) => void> = {
  customer_id: (body) => {
    if (typeof body.customer_id !== "string") body.customer_id = "cus_any";
  },
  subscription_id: (body) => {
    if (typeof body.subscription_id !== "string") delete body.subscription_id;
  },
  settings: (body) => {
    if (typeof body.settings !== "object") delete body.settings;
  },
  unknown: (body) => {
    delete body.unknown_field;
    delete settingsOf(body).unknown_setting;
  },
  ...Object.fromEntries(
    [
      "show_invoices",
      "show_billing_info",
      "allow_update_billing_info",
      "allow_cancel",
      "allow_switch_plan",
      "cancel_type",
      "products_ids",
      "redirect_url",
      "page_title",
    ].map((name) => [
      `settings.${name}`,
      (body: Fields) => delete settingsOf(body)[name],
    ]),
  ),
};

const expiring = (at: (now: number) => unknown) =>
  linking((link) => (link.expires_at = at(Date.now())));
const HOUR = 3_600_000;

export const GALLERY: Exhibit[] = [
  // The response, field by field
  ...FIELDS.flatMap((field): Exhibit[] => [
    {
      name: `${field} is missing`,
      breaks: `result.${field}`,
      provider: linking((link) => delete link[field]),
    },
    ...Object.entries(MISTYPED).map(([how, value]) => ({
      name: `${field} is ${how}`,
      breaks: `result.${field}`,
      provider: linking((link) => (link[field] = value)),
    })),
  ]),
  ...Object.entries(MISTYPED).map(([how, value]) => ({
    name: `subscription_id is ${how}`,
    breaks: "result.subscription_id",
    provider: linking((link) => {
      if (link.subscription_id) link.subscription_id = value;
    }),
  })),
  {
    name: "subscription_id is dropped",
    breaks: "result.subscription_id",
    provider: linking((link) => delete link.subscription_id),
  },
  {
    name: "subscription_id is leaked",
    breaks: "result.subscription_id",
    provider: linking((link) => (link.subscription_id ??= "sub_other")),
  },
  {
    name: "subscription_id is null without one",
    breaks: "result.subscription_id",
    provider: linking((link) => (link.subscription_id ??= null)),
  },
  {
    name: "another customer's id",
    breaks: "result.ids",
    provider: linking((link) => (link.customer_id = "cus_other")),
  },
  {
    name: "another subscription's id",
    breaks: "result.ids",
    provider: linking((link) => {
      if (link.subscription_id) link.subscription_id = "sub_other";
    }),
  },
  {
    name: "the ids are swapped",
    breaks: "result.ids",
    provider: linking((link) => {
      if (!link.subscription_id) return;
      [link.customer_id, link.subscription_id] = [
        link.subscription_id,
        link.customer_id,
      ];
    }),
  },
  // The envelope
  {
    name: "status is a string",
    breaks: "answer.status",
    provider: answering((body) =>
      body.status === true ? { ...body, status: "true" } : body,
    ),
  },
  {
    name: "status is missing",
    breaks: "answer.status",
    provider: answering(({ status, ...body }) =>
      status === true ? body : { status, ...body },
    ),
  },
  {
    name: "result is missing",
    breaks: "answer.result",
    provider: answering((body) =>
      body.status === true ? { status: true } : body,
    ),
  },
  {
    name: "result is an array",
    breaks: "answer.result",
    provider: answering((body) =>
      body.status === true ? { status: true, result: [body.result] } : body,
    ),
  },
  {
    name: "the envelope is missing",
    breaks: "answer.envelope",
    provider: answering((body) => (body.status === true ? body.result : body)),
  },
  {
    name: "the answer is HTML",
    breaks: "answer.json",
    provider: instead((status) => status === 200, html),
  },
  {
    name: "the answer is empty",
    breaks: "answer.json",
    provider: instead(
      (status) => status === 200,
      () => new Response(""),
    ),
  },
  // The link
  {
    name: "an http link",
    breaks: "result.link_url.usable",
    provider: linking(
      (link) => (link.link_url = `http://pay.example/${String(link.id)}`),
    ),
  },
  {
    name: "a javascript link",
    breaks: "result.link_url.usable",
    provider: linking(
      (link) =>
        (link.link_url = `javascript:open(${JSON.stringify(link.id).replaceAll('"', "'")})`),
    ),
  },
  {
    name: "a relative link",
    breaks: "result.link_url",
    provider: linking((link) => (link.link_url = `/portal/${String(link.id)}`)),
  },
  {
    name: "the same link twice",
    breaks: "result.distinct",
    provider: () => {
      const mock = right();
      let first: Fields | undefined;
      return async (request) => {
        const { customer_id } = (await request.clone().json()) as Fields;
        const response = await mock(request);
        const body = (await response.json()) as Fields;
        if (body.status === true) {
          first ??= body.result as Fields;
          const { id, session_id, link_url, expires_at } = first;
          body.result = {
            ...(body.result as Fields),
            ...{ id, session_id, link_url, expires_at, customer_id },
          };
        }
        return Response.json(body, response);
      };
    },
  },
  {
    name: "the same link_url twice",
    breaks: "result.distinct",
    provider: linking((link) => (link.link_url = "https://pay.example/portal")),
  },
  // The expiry
  {
    name: "expires_at is an epoch",
    breaks: "result.expires_at",
    provider: expiring((now) => now + HOUR),
  },
  {
    name: "expires_at is an epoch, as a string",
    breaks: "result.expires_at",
    provider: expiring((now) => String(now + HOUR)),
  },
  {
    name: "expires_at is a local time",
    breaks: "result.expires_at",
    provider: expiring((now) =>
      new Date(now + HOUR).toISOString().slice(0, 19).replace("T", " "),
    ),
  },
  {
    name: "expires_at has no zone",
    breaks: "result.expires_at",
    provider: expiring((now) =>
      new Date(now + HOUR).toISOString().slice(0, 19),
    ),
  },
  {
    name: "expires_at is a date",
    breaks: "result.expires_at",
    provider: expiring(() => "2126-01-01"),
  },
  {
    name: "expires_at has passed",
    breaks: "result.expires_at.future",
    provider: expiring((now) => new Date(now - HOUR).toISOString()),
  },
  {
    name: "expires_at is a century ahead",
    breaks: "result.expires_at.future",
    provider: expiring((now) => new Date(now + 876_600 * HOUR).toISOString()),
  },
  ...[
    "2027-02-30T00:00:00Z",
    "2027-03-01T24:00:00Z",
    "2027-03-01 00:00:00Z",
    "2027-03-01T00:00:00+0200",
  ].map((time): Exhibit => ({
    name: `expires_at is ${time}`,
    breaks: "result.expires_at",
    provider: expiring(() => time),
  })),
  {
    name: "a link that only looks like loopback",
    breaks: "result.link_url.usable",
    provider: linking(
      (link) =>
        (link.link_url = `http://localhost:x@evil.example/${String(link.id)}`),
    ),
  },
  // The request
  ...Object.entries(BLIND).map(([field, change]) => ({
    name: `${field} is not validated`,
    breaks: `request.${field}`,
    provider: asking(change),
  })),
  {
    name: "cancel_type is accepted in lower case",
    breaks: "request.settings.cancel_type",
    provider: asking((body) => {
      const settings = settingsOf(body);
      if (typeof settings.cancel_type === "string")
        settings.cancel_type = settings.cancel_type.toUpperCase();
    }),
  },
  {
    name: "an unknown setting is accepted",
    breaks: "request.unknown",
    provider: asking((body) => delete settingsOf(body).unknown_setting),
  },
  {
    name: "the advanced settings are refused",
    breaks: "accepted.advancedSettings",
    provider: asking((body) => {
      if (settingsOf(body).page_title === "My SaaS business") body.extra = 1;
    }),
  },
  {
    name: "all requests are refused",
    breaks: "accepted.noSubscription",
    provider: asking((body) => (body.extra = 1)),
  },
  {
    name: "subscriptions are refused",
    breaks: "accepted.subscription",
    provider: asking((body) => {
      if (typeof body.subscription_id === "string") body.extra = 1;
    }),
  },
  // Authentication
  {
    name: "authentication is not checked",
    breaks: "auth.required",
    provider: withCredentials(() => RIGHT),
  },
  {
    name: "authentication is checked for presence alone",
    breaks: "auth.checked",
    provider: withCredentials((given) => (given ? RIGHT : "")),
  },
  {
    name: "the API key is not looked at",
    breaks: "auth.checked",
    provider: withCredentials((given) =>
      given && atob(given.slice(6)).endsWith(`:${API_SECRET}`) ? RIGHT : "",
    ),
  },
  // Failures
  {
    name: "a failure whose status is true",
    breaks: "failure.status",
    provider: failing((body) => ({ ...body, status: true })),
  },
  {
    name: "a success whose status is false",
    breaks: "answer.status",
    provider: answering((body) =>
      body.status === true ? { ...body, status: false } : body,
    ),
  },
  {
    name: "no content for links",
    breaks: "answer.json",
    provider: instead(
      (status) => status === 200,
      () => new Response(null, { status: 204 }),
    ),
  },
  {
    name: "no content for failures",
    breaks: "failure.json",
    provider: instead(
      (status) => status !== 200,
      () => new Response(null, { status: 304 }),
    ),
  },
  {
    name: "a failure without a code",
    breaks: "failure.error_code",
    provider: failing(({ error_code, ...rest }) => (void error_code, rest)),
  },
  {
    name: "a numeric code",
    breaks: "failure.error_code",
    provider: failing((body) => ({
      ...body,
      error_code: Number(body.error_code),
    })),
  },
  {
    name: "a code of words",
    breaks: "failure.error_code",
    provider: failing((body) => ({ ...body, error_code: "BAD" })),
  },
  {
    name: "a failure without a message",
    breaks: "failure.error_message",
    provider: failing(
      ({ error_message, ...rest }) => (void error_message, rest),
    ),
  },
  {
    name: "a failure without status",
    breaks: "failure.status",
    provider: failing(({ status, ...rest }) => (void status, rest)),
  },
  {
    name: "a failure whose status is a string",
    breaks: "failure.status",
    provider: failing((body) => ({ ...body, status: "false" })),
  },
  {
    name: "details are an object",
    breaks: "failure.error_details",
    provider: failing((body) => ({
      ...body,
      error_details:
        (body as unknown as ErrorResponse).error_details?.[0] ?? {},
    })),
  },
  {
    name: "a detail without a rule",
    breaks: "failure.error_details",
    provider: failing((body) => ({
      ...body,
      error_details: [
        { record: {}, errors: { customer_id: { message: "x" } } },
      ],
    })),
  },
  {
    name: "failures are HTML",
    breaks: "failure.json",
    provider: instead((status) => status !== 200, html),
  },
  {
    name: "failures are an array",
    breaks: "failure.json",
    provider: failing((body) => [body]),
  },
  // What only bends
  {
    name: "a session_id of 40 characters",
    warns: "lengths",
    provider: linking(
      (link) =>
        (link.session_id = `ses_${"x".repeat(10)}${String(link.session_id)}`),
    ),
  },
  {
    name: "an error_message of 40 characters",
    warns: "lengths",
    provider: failing((body) => ({ ...body, error_message: "x".repeat(40) })),
  },
  // Right, but different
  { name: "the mock", provider: right },
  {
    name: "another content type",
    provider: () => {
      const mock = right();
      return async (request) => {
        const response = await mock(request);
        return new Response(await response.text(), {
          status: response.status,
          headers: { "content-type": "text/html" },
        });
      };
    },
  },
  {
    name: "an empty result in failures under 200",
    provider: failing((body) => ({ ...body, result: {} }), {
      status: () => 200,
    }),
  },
  {
    name: "HTTPS in upper case",
    provider: linking(
      (link) => (link.link_url = `HTTPS://pay.example/${String(link.id)}`),
    ),
  },
  {
    name: "a leap second",
    provider: expiring((now) => {
      const year = new Date(now + 3 * HOUR).getUTCFullYear();
      return `${year}-12-31T23:59:60Z`;
    }),
  },
  {
    name: "a lower-case time",
    provider: expiring((now) =>
      new Date(now + HOUR).toISOString().toLowerCase(),
    ),
  },
  {
    name: "one session for all links",
    provider: linking((link) => (link.session_id = "ses_one")),
  },
  {
    name: "200 for failures",
    provider: failing((body) => body, { status: () => 200 }),
  },
  {
    name: "400 for failures",
    provider: failing((body) => body, {
      status: (status) => (status === 200 ? 200 : 400),
    }),
  },
  {
    name: "500 for failures",
    provider: failing((body) => body, {
      status: (status) => (status === 200 ? 200 : 500),
    }),
  },
  {
    name: "201 for successes",
    provider: failing((body) => body, {
      status: (status) => (status === 200 ? 201 : status),
    }),
  },
  {
    name: "extra fields everywhere",
    provider: answering((body) => ({
      ...body,
      extra: 1,
      ...(body.status === true && {
        result: { ...(body.result as Fields), more: { of: ["it"] } },
      }),
    })),
  },
  {
    name: "other ids",
    provider: linking((link) => {
      link.id = crypto.randomUUID();
      link.session_id = crypto.randomUUID().slice(0, 30);
    }),
  },
  {
    name: "another order of the keys",
    provider: answering((body) => {
      const reversed = (fields: Fields) =>
        Object.fromEntries(Object.entries(fields).reverse());
      return reversed(
        body.status === true
          ? { ...body, result: reversed(body.result as Fields) }
          : body,
      );
    }),
  },
  {
    name: "another zone, and fractions of a second",
    provider: expiring((now) =>
      new Date(now + 3 * HOUR).toISOString().replace("Z", "+02:00"),
    ),
  },
  {
    name: "https links elsewhere",
    provider: linking(
      (link) => (link.link_url = `https://pay.example/${String(link.id)}`),
    ),
  },
  {
    name: "failures without details, with other codes",
    provider: failing(
      ({ error_details, ...body }) => (
        void error_details,
        { ...body, error_code: "099" }
      ),
    ),
  },
  {
    name: "a content type with a charset",
    provider: () => {
      const mock = right();
      return async (request) => {
        const response = await mock(request);
        return new Response(await response.text(), {
          status: response.status,
          headers: { "content-type": "application/json; charset=utf-8" },
        });
      };
    },
  },
];
