// Generated from openapi/ by `npm run generate`. Do not edit.
const codePoints = (text) => text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, "_").length;
let errors;
const fail = (path, keyword, expected) => (errors ??= []).push({ path, keyword, expected });
const scalar = (value, type, path) => value === void 0 || typeof value === type || fail(path, "type", type);
const PortalLinkRequest = validate10;
const formats0 = /^[a-z][a-z0-9+\-.]*:(?:\/?\/(?:(?:[\w\-.~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[[\w\-.~!$&'()*+,;=:]+\]|(?:[\w\-.~!$&'()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[\w\-.~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[\w\-.~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[\w\-.~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[\w\-.~!$&'()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[\w\-.~!$&'()*+,;=:@]|%[0-9a-f]{2})*)*)(?:\?(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[\w\-.~!$&'()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
function validate10(data) {
  errors = void 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.customer_id === void 0) {
      fail(["customer_id"], "required");
    }
    for (const key0 in data) {
      if (!(key0 === "customer_id" || key0 === "subscription_id" || key0 === "settings")) {
        fail([key0], "additionalProperties");
      }
    }
    scalar(data.customer_id, "string", ["customer_id"]);
    scalar(data.subscription_id, "string", ["subscription_id"]);
    if (data.settings !== void 0) {
      let data2 = data.settings;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          if (!["show_invoices", "show_billing_info", "allow_update_billing_info", "allow_cancel", "cancel_type", "allow_switch_plan", "products_ids", "redirect_url", "page_title"].includes(key1)) {
            fail(["settings", key1], "additionalProperties");
          }
        }
        scalar(data2.show_invoices, "boolean", ["settings", "show_invoices"]);
        scalar(data2.show_billing_info, "boolean", ["settings", "show_billing_info"]);
        scalar(data2.allow_update_billing_info, "boolean", ["settings", "allow_update_billing_info"]);
        scalar(data2.allow_cancel, "boolean", ["settings", "allow_cancel"]);
        if (data2.cancel_type !== void 0) {
          let data7 = data2.cancel_type;
          if (typeof data7 !== "string") {
            fail(["settings", "cancel_type"], "type", "string");
          }
          if (!(data7 === "NOW" || data7 === "AFTER_BILLING_PERIOD")) {
            fail(["settings", "cancel_type"], "enum", ["NOW", "AFTER_BILLING_PERIOD"]);
          }
        }
        scalar(data2.allow_switch_plan, "boolean", ["settings", "allow_switch_plan"]);
        if (data2.products_ids !== void 0) {
          let data9 = data2.products_ids;
          if (Array.isArray(data9)) {
            const len0 = data9.length;
            for (let i0 = 0; i0 < len0; i0++) {
              if (typeof data9[i0] !== "string") {
                fail(["settings", "products_ids", i0], "type", "string");
              }
            }
          } else {
            fail(["settings", "products_ids"], "type", "array");
          }
        }
        if (data2.redirect_url !== void 0) {
          let data11 = data2.redirect_url;
          if (typeof data11 === "string") {
            if (!formats0.test(data11)) {
              fail(["settings", "redirect_url"], "format", "uri");
            }
          } else {
            fail(["settings", "redirect_url"], "type", "string");
          }
        }
        scalar(data2.page_title, "string", ["settings", "page_title"]);
      } else {
        fail(["settings"], "type", "object");
      }
    }
  } else {
    fail([], "type", "object");
  }
  validate10.errors = errors;
  return !errors;
}
const PortalLinkResponse = validate11;
const formats4 = /^\d{4}-[01]\d-[0-3]\d[t ][0-2]\d:[0-5]\d:[0-6]\d(\.\d+)?(z|[+-]\d\d(:?\d\d)?)$/i;
function validate11(data) {
  errors = void 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.status === void 0) {
      fail(["status"], "required");
    }
    if (data.result === void 0) {
      fail(["result"], "required");
    }
    if (data.status !== void 0) {
      let data0 = data.status;
      if (typeof data0 !== "boolean") {
        fail(["status"], "type", "boolean");
      }
      if (true !== data0) {
        fail(["status"], "const", true);
      }
      if (!(data0 === true)) {
        fail(["status"], "enum", [true]);
      }
    }
    if (data.result !== void 0) {
      let data1 = data.result;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.id === void 0) {
          fail(["result", "id"], "required");
        }
        if (data1.session_id === void 0) {
          fail(["result", "session_id"], "required");
        }
        if (data1.customer_id === void 0) {
          fail(["result", "customer_id"], "required");
        }
        if (data1.link_url === void 0) {
          fail(["result", "link_url"], "required");
        }
        if (data1.expires_at === void 0) {
          fail(["result", "expires_at"], "required");
        }
        scalar(data1.id, "string", ["result", "id"]);
        if (data1.session_id !== void 0) {
          let data3 = data1.session_id;
          if (typeof data3 === "string") {
            if (data3.length > 32 && codePoints(data3) > 32) {
              fail(["result", "session_id"], "maxLength", 32);
            }
          } else {
            fail(["result", "session_id"], "type", "string");
          }
        }
        if (data1.customer_id !== void 0) {
          let data4 = data1.customer_id;
          if (typeof data4 === "string") {
            if (data4.length > 32 && codePoints(data4) > 32) {
              fail(["result", "customer_id"], "maxLength", 32);
            }
          } else {
            fail(["result", "customer_id"], "type", "string");
          }
        }
        if (data1.subscription_id !== void 0) {
          let data5 = data1.subscription_id;
          if (typeof data5 === "string") {
            if (data5.length > 32 && codePoints(data5) > 32) {
              fail(["result", "subscription_id"], "maxLength", 32);
            }
          } else {
            fail(["result", "subscription_id"], "type", "string");
          }
        }
        if (data1.link_url !== void 0) {
          let data6 = data1.link_url;
          if (typeof data6 === "string") {
            if (!formats0.test(data6)) {
              fail(["result", "link_url"], "format", "uri");
            }
          } else {
            fail(["result", "link_url"], "type", "string");
          }
        }
        if (data1.expires_at !== void 0) {
          let data7 = data1.expires_at;
          if (typeof data7 === "string") {
            if (!formats4.test(data7)) {
              fail(["result", "expires_at"], "format", "date-time");
            }
          } else {
            fail(["result", "expires_at"], "type", "string");
          }
        }
      } else {
        fail(["result"], "type", "object");
      }
    }
  } else {
    fail([], "type", "object");
  }
  validate11.errors = errors;
  return !errors;
}
const ErrorResponse = validate12;
function validate12(data) {
  errors = void 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.status === void 0) {
      fail(["status"], "required");
    }
    if (data.error_code === void 0) {
      fail(["error_code"], "required");
    }
    if (data.error_message === void 0) {
      fail(["error_message"], "required");
    }
    if (data.status !== void 0) {
      let data0 = data.status;
      if (typeof data0 !== "boolean") {
        fail(["status"], "type", "boolean");
      }
      if (false !== data0) {
        fail(["status"], "const", false);
      }
      if (!(data0 === false)) {
        fail(["status"], "enum", [false]);
      }
    }
    if (data.error_code !== void 0) {
      let data1 = data.error_code;
      if (typeof data1 === "string") {
        if (data1.length > 3 && codePoints(data1) > 3) {
          fail(["error_code"], "maxLength", 3);
        }
      } else {
        fail(["error_code"], "type", "string");
      }
    }
    if (data.error_message !== void 0) {
      let data2 = data.error_message;
      if (typeof data2 === "string") {
        if (data2.length > 32 && codePoints(data2) > 32) {
          fail(["error_message"], "maxLength", 32);
        }
      } else {
        fail(["error_message"], "type", "string");
      }
    }
    if (data.error_details !== void 0) {
      let data3 = data.error_details;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
            if (data4.record === void 0) {
              fail(["error_details", i0, "record"], "required");
            }
            if (data4.errors === void 0) {
              fail(["error_details", i0, "errors"], "required");
            }
            if (data4.record !== void 0) {
              let data5 = data4.record;
              if (!(data5 && typeof data5 == "object" && !Array.isArray(data5))) {
                fail(["error_details", i0, "record"], "type", "object");
              }
            }
            if (data4.errors !== void 0) {
              let data6 = data4.errors;
              if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                for (const key0 in data6) {
                  let data7 = data6[key0];
                  if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                    if (data7.message === void 0) {
                      fail(["error_details", i0, "errors", key0, "message"], "required");
                    }
                    if (data7.rule === void 0) {
                      fail(["error_details", i0, "errors", key0, "rule"], "required");
                    }
                    scalar(data7.message, "string", ["error_details", i0, "errors", key0, "message"]);
                    scalar(data7.rule, "string", ["error_details", i0, "errors", key0, "rule"]);
                  } else {
                    fail(["error_details", i0, "errors", key0], "type", "object");
                  }
                }
              } else {
                fail(["error_details", i0, "errors"], "type", "object");
              }
            }
          } else {
            fail(["error_details", i0], "type", "object");
          }
        }
      } else {
        fail(["error_details"], "type", "array");
      }
    }
  } else {
    fail([], "type", "object");
  }
  validate12.errors = errors;
  return !errors;
}
export {
  ErrorResponse,
  PortalLinkRequest,
  PortalLinkResponse
};
