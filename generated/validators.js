// Generated from openapi/ by `npm run generate`. Do not edit.
var URI = /^[a-z][a-z\d+\-.]*:(?:\/?\/(?:[\w\-.~!$&'()*+,;=:%]*@)?(?:\[(?:(?:(?:[\da-f]{1,4}:){6}(?:[\da-f]{1,4}:[\da-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?!:*(?:[\da-f]+:+){6}(?:[\da-f]+:+[\da-f]|\d+\.))(?:(?:[\da-f]{1,4}:){1,7}|:)(?::|(?::[\da-f]{1,4}){0,6}:(?:[\da-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))))|v[\da-f]+\.[\w\-.~!$&'()*+,;=:]+)\]|[\w\-.~!$&'()*+,;=%]*)(?::\d*)?(?:\/[\w\-.~!$&'()*+,;=:@%/]*)?|\/?[\w\-.~!$&'()*+,;=:@%][\w\-.~!$&'()*+,;=:@%/]*)(?:\?[\w\-.~!$&'()*+,;=:@%/?]*)?(?:#[\w\-.~!$&'()*+,;=:@%/?]*)?$/i;
var BAD_ESCAPE = /%(?![\da-f]{2})/i;
var DATE_TIME = /^(?:\d{4}-(?:(?:0[13-9]|1[0-2])-(?:0[1-9]|[12]\d|30)|(?:0[13578]|1[02])-31|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[t\s](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/i;
var uri = (text) => URI.test(text) && !BAD_ESCAPE.test(text);
function dateTime(text) {
  if (!DATE_TIME.test(text) || text[17] !== "6") return DATE_TIME.test(text);
  const before = new Date(text.toUpperCase().replace(":60", ":59"));
  return /T23:59/.test(before.toJSON());
}
function append(errors, more) {
  for (const error of more) errors.push(error);
  return errors;
}
var codePoints = (text) => /[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length;

var PortalLinkRequest = validate2;
var func1 = codePoints;
var schema1 = { "properties": { "show_invoices": 0, "show_billing_info": 0, "allow_update_billing_info": 0, "allow_cancel": 0, "cancel_type": 0, "allow_switch_plan": 0, "products_ids": 0, "redirect_url": 0, "page_title": 0 } };
var schema0 = { "type": "string", "enum": ["NOW", "AFTER_BILLING_PERIOD"] };
var func0 = Object.prototype.hasOwnProperty;
var formats0 = uri;
function validate1(data, { instancePath = "" } = {}) {
  let vErrors = [];
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func0.call(schema1.properties, key0)) {
        const err0 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors.push(err0);
        errors++;
      }
    }
    if (data.show_invoices !== void 0) {
      if (typeof data.show_invoices !== "boolean") {
        const err1 = { instancePath: instancePath + "/show_invoices", keyword: "type", params: { type: "boolean" } };
        vErrors.push(err1);
        errors++;
      }
    }
    if (data.show_billing_info !== void 0) {
      if (typeof data.show_billing_info !== "boolean") {
        const err2 = { instancePath: instancePath + "/show_billing_info", keyword: "type", params: { type: "boolean" } };
        vErrors.push(err2);
        errors++;
      }
    }
    if (data.allow_update_billing_info !== void 0) {
      if (typeof data.allow_update_billing_info !== "boolean") {
        const err3 = { instancePath: instancePath + "/allow_update_billing_info", keyword: "type", params: { type: "boolean" } };
        vErrors.push(err3);
        errors++;
      }
    }
    if (data.allow_cancel !== void 0) {
      if (typeof data.allow_cancel !== "boolean") {
        const err4 = { instancePath: instancePath + "/allow_cancel", keyword: "type", params: { type: "boolean" } };
        vErrors.push(err4);
        errors++;
      }
    }
    if (data.cancel_type !== void 0) {
      let data4 = data.cancel_type;
      if (typeof data4 !== "string") {
        const err5 = { instancePath: instancePath + "/cancel_type", keyword: "type", params: { type: "string" } };
        vErrors.push(err5);
        errors++;
      }
      if (!(data4 === "NOW" || data4 === "AFTER_BILLING_PERIOD")) {
        const err6 = { instancePath: instancePath + "/cancel_type", keyword: "enum", params: { allowedValues: schema0.enum } };
        vErrors.push(err6);
        errors++;
      }
    }
    if (data.allow_switch_plan !== void 0) {
      if (typeof data.allow_switch_plan !== "boolean") {
        const err7 = { instancePath: instancePath + "/allow_switch_plan", keyword: "type", params: { type: "boolean" } };
        vErrors.push(err7);
        errors++;
      }
    }
    if (data.products_ids !== void 0) {
      let data6 = data.products_ids;
      if (Array.isArray(data6)) {
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data6[i0] !== "string") {
            const err8 = { instancePath: instancePath + "/products_ids/" + i0, keyword: "type", params: { type: "string" } };
            vErrors.push(err8);
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/products_ids", keyword: "type", params: { type: "array" } };
        vErrors.push(err9);
        errors++;
      }
    }
    if (data.redirect_url !== void 0) {
      let data8 = data.redirect_url;
      if (typeof data8 === "string") {
        if (!formats0(data8)) {
          const err10 = { instancePath: instancePath + "/redirect_url", keyword: "format", params: { format: "uri" } };
          vErrors.push(err10);
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/redirect_url", keyword: "type", params: { type: "string" } };
        vErrors.push(err11);
        errors++;
      }
    }
    if (data.page_title !== void 0) {
      if (typeof data.page_title !== "string") {
        const err12 = { instancePath: instancePath + "/page_title", keyword: "type", params: { type: "string" } };
        vErrors.push(err12);
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors.push(err13);
    errors++;
  }
  validate1.errors = vErrors;
  return errors === 0;
}
function validate2(data, { instancePath = "" } = {}) {
  let vErrors = [];
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.customer_id === void 0) {
      const err0 = { instancePath, keyword: "required", params: { missingProperty: "customer_id" } };
      vErrors.push(err0);
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "customer_id" || key0 === "subscription_id" || key0 === "settings")) {
        const err1 = { instancePath, keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors.push(err1);
        errors++;
      }
    }
    if (data.customer_id !== void 0) {
      let data0 = data.customer_id;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err2 = { instancePath: instancePath + "/customer_id", keyword: "minLength", params: { limit: 1 } };
          vErrors.push(err2);
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/customer_id", keyword: "type", params: { type: "string" } };
        vErrors.push(err3);
        errors++;
      }
    }
    if (data.subscription_id !== void 0) {
      let data1 = data.subscription_id;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err4 = { instancePath: instancePath + "/subscription_id", keyword: "minLength", params: { limit: 1 } };
          vErrors.push(err4);
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/subscription_id", keyword: "type", params: { type: "string" } };
        vErrors.push(err5);
        errors++;
      }
    }
    if (data.settings !== void 0) {
      if (!validate1(data.settings, { instancePath: instancePath + "/settings" })) {
        append(vErrors, validate1.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err6 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors.push(err6);
    errors++;
  }
  validate2.errors = vErrors;
  return errors === 0;
}
var PortalLinkResponse = validate9;
var formats4 = dateTime;
function validate9(data, { instancePath = "" } = {}) {
  let vErrors = [];
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.status === void 0) {
      const err0 = { instancePath, keyword: "required", params: { missingProperty: "status" } };
      vErrors.push(err0);
      errors++;
    }
    if (data.result === void 0) {
      const err1 = { instancePath, keyword: "required", params: { missingProperty: "result" } };
      vErrors.push(err1);
      errors++;
    }
    if (data.status !== void 0) {
      let data0 = data.status;
      if (typeof data0 !== "boolean") {
        const err2 = { instancePath: instancePath + "/status", keyword: "type", params: { type: "boolean" } };
        vErrors.push(err2);
        errors++;
      }
      if (true !== data0) {
        const err3 = { instancePath: instancePath + "/status", keyword: "const", params: { allowedValue: true } };
        vErrors.push(err3);
        errors++;
      }
    }
    if (data.result !== void 0) {
      let data1 = data.result;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (data1.id === void 0) {
          const err4 = { instancePath: instancePath + "/result", keyword: "required", params: { missingProperty: "id" } };
          vErrors.push(err4);
          errors++;
        }
        if (data1.session_id === void 0) {
          const err5 = { instancePath: instancePath + "/result", keyword: "required", params: { missingProperty: "session_id" } };
          vErrors.push(err5);
          errors++;
        }
        if (data1.customer_id === void 0) {
          const err6 = { instancePath: instancePath + "/result", keyword: "required", params: { missingProperty: "customer_id" } };
          vErrors.push(err6);
          errors++;
        }
        if (data1.link_url === void 0) {
          const err7 = { instancePath: instancePath + "/result", keyword: "required", params: { missingProperty: "link_url" } };
          vErrors.push(err7);
          errors++;
        }
        if (data1.expires_at === void 0) {
          const err8 = { instancePath: instancePath + "/result", keyword: "required", params: { missingProperty: "expires_at" } };
          vErrors.push(err8);
          errors++;
        }
        if (data1.id !== void 0) {
          if (typeof data1.id !== "string") {
            const err9 = { instancePath: instancePath + "/result/id", keyword: "type", params: { type: "string" } };
            vErrors.push(err9);
            errors++;
          }
        }
        if (data1.session_id !== void 0) {
          let data3 = data1.session_id;
          if (typeof data3 === "string") {
            if (func1(data3) > 32) {
              const err10 = { instancePath: instancePath + "/result/session_id", keyword: "maxLength", params: { limit: 32 } };
              vErrors.push(err10);
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/result/session_id", keyword: "type", params: { type: "string" } };
            vErrors.push(err11);
            errors++;
          }
        }
        if (data1.customer_id !== void 0) {
          let data4 = data1.customer_id;
          if (typeof data4 === "string") {
            if (func1(data4) > 32) {
              const err12 = { instancePath: instancePath + "/result/customer_id", keyword: "maxLength", params: { limit: 32 } };
              vErrors.push(err12);
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/result/customer_id", keyword: "type", params: { type: "string" } };
            vErrors.push(err13);
            errors++;
          }
        }
        if (data1.subscription_id !== void 0) {
          let data5 = data1.subscription_id;
          if (typeof data5 === "string") {
            if (func1(data5) > 32) {
              const err14 = { instancePath: instancePath + "/result/subscription_id", keyword: "maxLength", params: { limit: 32 } };
              vErrors.push(err14);
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/result/subscription_id", keyword: "type", params: { type: "string" } };
            vErrors.push(err15);
            errors++;
          }
        }
        if (data1.link_url !== void 0) {
          let data6 = data1.link_url;
          if (typeof data6 === "string") {
            if (!formats0(data6)) {
              const err16 = { instancePath: instancePath + "/result/link_url", keyword: "format", params: { format: "uri" } };
              vErrors.push(err16);
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/result/link_url", keyword: "type", params: { type: "string" } };
            vErrors.push(err17);
            errors++;
          }
        }
        if (data1.expires_at !== void 0) {
          let data7 = data1.expires_at;
          if (typeof data7 === "string") {
            if (!formats4(data7)) {
              const err18 = { instancePath: instancePath + "/result/expires_at", keyword: "format", params: { format: "date-time" } };
              vErrors.push(err18);
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/result/expires_at", keyword: "type", params: { type: "string" } };
            vErrors.push(err19);
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/result", keyword: "type", params: { type: "object" } };
        vErrors.push(err20);
        errors++;
      }
    }
  } else {
    const err21 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors.push(err21);
    errors++;
  }
  validate9.errors = vErrors;
  return errors === 0;
}
var ErrorResponse = validate6;
function validate5(data, { instancePath = "" } = {}) {
  let vErrors = [];
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.record === void 0) {
      const err0 = { instancePath, keyword: "required", params: { missingProperty: "record" } };
      vErrors.push(err0);
      errors++;
    }
    if (data.errors === void 0) {
      const err1 = { instancePath, keyword: "required", params: { missingProperty: "errors" } };
      vErrors.push(err1);
      errors++;
    }
    if (data.record !== void 0) {
      let data0 = data.record;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
      } else {
        const err2 = { instancePath: instancePath + "/record", keyword: "type", params: { type: "object" } };
        vErrors.push(err2);
        errors++;
      }
    }
    if (data.errors !== void 0) {
      let data1 = data.errors;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key0 in data1) {
          let data2 = data1[key0];
          if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
            if (data2.message === void 0) {
              const err3 = { instancePath: instancePath + "/errors/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "required", params: { missingProperty: "message" } };
              vErrors.push(err3);
              errors++;
            }
            if (data2.rule === void 0) {
              const err4 = { instancePath: instancePath + "/errors/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "required", params: { missingProperty: "rule" } };
              vErrors.push(err4);
              errors++;
            }
            if (data2.message !== void 0) {
              if (typeof data2.message !== "string") {
                const err5 = { instancePath: instancePath + "/errors/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/message", keyword: "type", params: { type: "string" } };
                vErrors.push(err5);
                errors++;
              }
            }
            if (data2.rule !== void 0) {
              if (typeof data2.rule !== "string") {
                const err6 = { instancePath: instancePath + "/errors/" + key0.replace(/~/g, "~0").replace(/\//g, "~1") + "/rule", keyword: "type", params: { type: "string" } };
                vErrors.push(err6);
                errors++;
              }
            }
          } else {
            const err7 = { instancePath: instancePath + "/errors/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "object" } };
            vErrors.push(err7);
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/errors", keyword: "type", params: { type: "object" } };
        vErrors.push(err8);
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors.push(err9);
    errors++;
  }
  validate5.errors = vErrors;
  return errors === 0;
}
function validate6(data, { instancePath = "" } = {}) {
  let vErrors = [];
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.status === void 0) {
      const err0 = { instancePath, keyword: "required", params: { missingProperty: "status" } };
      vErrors.push(err0);
      errors++;
    }
    if (data.error_code === void 0) {
      const err1 = { instancePath, keyword: "required", params: { missingProperty: "error_code" } };
      vErrors.push(err1);
      errors++;
    }
    if (data.error_message === void 0) {
      const err2 = { instancePath, keyword: "required", params: { missingProperty: "error_message" } };
      vErrors.push(err2);
      errors++;
    }
    if (data.status !== void 0) {
      let data0 = data.status;
      if (typeof data0 !== "boolean") {
        const err3 = { instancePath: instancePath + "/status", keyword: "type", params: { type: "boolean" } };
        vErrors.push(err3);
        errors++;
      }
      if (false !== data0) {
        const err4 = { instancePath: instancePath + "/status", keyword: "const", params: { allowedValue: false } };
        vErrors.push(err4);
        errors++;
      }
    }
    if (data.error_code !== void 0) {
      let data1 = data.error_code;
      if (typeof data1 === "string") {
        if (func1(data1) > 3) {
          const err5 = { instancePath: instancePath + "/error_code", keyword: "maxLength", params: { limit: 3 } };
          vErrors.push(err5);
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/error_code", keyword: "type", params: { type: "string" } };
        vErrors.push(err6);
        errors++;
      }
    }
    if (data.error_message !== void 0) {
      let data2 = data.error_message;
      if (typeof data2 === "string") {
        if (func1(data2) > 32) {
          const err7 = { instancePath: instancePath + "/error_message", keyword: "maxLength", params: { limit: 32 } };
          vErrors.push(err7);
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/error_message", keyword: "type", params: { type: "string" } };
        vErrors.push(err8);
        errors++;
      }
    }
    if (data.error_details !== void 0) {
      let data3 = data.error_details;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate5(data3[i0], { instancePath: instancePath + "/error_details/" + i0 })) {
            append(vErrors, validate5.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/error_details", keyword: "type", params: { type: "array" } };
        vErrors.push(err9);
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, keyword: "type", params: { type: "object" } };
    vErrors.push(err10);
    errors++;
  }
  validate6.errors = vErrors;
  return errors === 0;
}
export {
  ErrorResponse,
  PortalLinkRequest,
  PortalLinkResponse
};
