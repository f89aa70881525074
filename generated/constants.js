// Generated from openapi/ by `npm run generate`. Do not edit.
export const serverUrl = "https://api.kwik.co.za/2.0";
export const cancelTypes = ["NOW","AFTER_BILLING_PERIOD"];
