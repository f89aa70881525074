// Generated from openapi/ by `npm run generate`. Do not edit.
export declare const serverUrl: "https://api.kwik.co.za/2.0";
export declare const cancelTypes: readonly ["NOW","AFTER_BILLING_PERIOD"];
