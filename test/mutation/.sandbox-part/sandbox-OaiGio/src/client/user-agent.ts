/** A test holds it to package.json, which a bundle need not have. */
// @ts-nocheck

export const USER_AGENT = "kwik-portal-link/0.1.0";
