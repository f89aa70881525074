// @ts-nocheck
// How many classes of one name `require` and `import` give.
const required = require("kwik-portal-link");

import("kwik-portal-link").then((imported) => {
  console.log(new Set([required.KwikError, imported.KwikError]).size);
});
