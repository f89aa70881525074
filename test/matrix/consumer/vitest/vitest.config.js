const environments = {
  node: {},
  jsdom: {},
  "happy-dom": {
    // Its own fetch obeys CORS, and the mock lets no web page in.
    happyDOM: { settings: { fetch: { disableSameOriginPolicy: true } } },
  },
};

export default {
  test: {
    projects: Object.entries(environments).map(
      ([environment, environmentOptions]) => ({
        test: { name: environment, environment, environmentOptions },
      }),
    ),
  },
};
