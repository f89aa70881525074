// Generated from openapi/ by `npm run generate`. Do not edit.
/** A leap second ends a day in UTC. */
const isLeapSecond = (text) => {
  const [, hour, minute, sign = "+", hours = 0, minutes = 0] = /(\d\d):(\d\d):60(?:\.\d+)?(?:z|([+-])(\d\d):?(\d\d)?)$/i.exec(text);
  const offset = (sign + 1) * (hours * 60 + +minutes);
  return (hour * 60 + +minute - offset + 1441) % 1440 === 0;
};
const codePoints = (text) => {
  let count = 0;
  for (const _ of text) count++;
  return count;
};
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
/** A path is `[path, key]` until it is reported, so that a valid value costs little. */
const fail = (errors, path, keyword, message) => {
  errors.push({ path, keyword, message });
};
/** Runs a check. What throws while it is read, or is nested too deeply to be walked, is no JSON. */
const validate = (check, value) => {
  const errors = [];
  try {
    check(value, undefined, errors);
  } catch {
    return [{ path: [], keyword: "type", message: "must be plain JSON, neither cyclic nor nested too deeply" }];
  }
  for (const error of errors) {
    const keys = [];
    for (let path = error.path; path; path = path[0]) keys.push(path[1]);
    error.path = keys.reverse();
  }
  return errors.length ? errors : undefined;
};
const isUri = (text) => /^[a-z][a-z\d+\-.]*:(?:\/?\/(?:[\w\-.~!$&'()*+,;=:%]*@)?(?:\[(?:(?:(?:[\da-f]{1,4}:){6}(?:[\da-f]{1,4}:[\da-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|::(?:[\da-f]{1,4}:){5}(?:[\da-f]{1,4}:[\da-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[\da-f]{1,4}:){0,0}[\da-f]{1,4})?::(?:[\da-f]{1,4}:){4}(?:[\da-f]{1,4}:[\da-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[\da-f]{1,4}:){0,1}[\da-f]{1,4})?::(?:[\da-f]{1,4}:){3}(?:[\da-f]{1,4}:[\da-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[\da-f]{1,4}:){0,2}[\da-f]{1,4})?::(?:[\da-f]{1,4}:){2}(?:[\da-f]{1,4}:[\da-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[\da-f]{1,4}:){0,3}[\da-f]{1,4})?::(?:[\da-f]{1,4}:){1}(?:[\da-f]{1,4}:[\da-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[\da-f]{1,4}:){0,4}[\da-f]{1,4})?::(?:[\da-f]{1,4}:){0}(?:[\da-f]{1,4}:[\da-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[\da-f]{1,4}:){0,5}[\da-f]{1,4})?::[\da-f]{1,4}|(?:(?:[\da-f]{1,4}:){0,6}[\da-f]{1,4})?::)|v[\da-f]+\.[\w\-.~!$&'()*+,;=:]+)\]|[\w\-.~!$&'()*+,;=%]*)(?::\d*)?(?:\/[\w\-.~!$&'()*+,;=:@%/]*)?|\/?[\w\-.~!$&'()*+,;=:@%][\w\-.~!$&'()*+,;=:@%/]*)(?:\?[\w\-.~!$&'()*+,;=:@%/?]*)?(?:#[\w\-.~!$&'()*+,;=:@%/?]*)?$/i.test(text) && !/%(?![\da-f]{2})/i.test(text);
const isDateTime = (text) => /^(?:\d{4}-(?:(?:0[13-9]|1[0-2])-(?:0[1-9]|[12]\d|30)|(?:0[13578]|1[02])-31|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[t\s](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/i.test(text) && (text[17] !== "6" || isLeapSecond(text));
function checkCancelType(value, path, errors) {
  if (!(typeof value === "string")) fail(errors, path, "type", "must be a string");
  if (value !== "NOW" && value !== "AFTER_BILLING_PERIOD") fail(errors, path, "enum", "must be NOW or AFTER_BILLING_PERIOD");
}
function checkPortalSettings(value, path, errors) {
  if (isObject(value)) {
    let $show_invoices, $show_billing_info, $allow_update_billing_info, $allow_cancel, $cancel_type, $allow_switch_plan, $products_ids, $redirect_url, $page_title;
    for (const key of Object.keys(value)) {
      switch (key) {
        case "show_invoices": {
          $show_invoices = value["show_invoices"];
          break;
        }
        case "show_billing_info": {
          $show_billing_info = value["show_billing_info"];
          break;
        }
        case "allow_update_billing_info": {
          $allow_update_billing_info = value["allow_update_billing_info"];
          break;
        }
        case "allow_cancel": {
          $allow_cancel = value["allow_cancel"];
          break;
        }
        case "cancel_type": {
          $cancel_type = value["cancel_type"];
          break;
        }
        case "allow_switch_plan": {
          $allow_switch_plan = value["allow_switch_plan"];
          break;
        }
        case "products_ids": {
          $products_ids = value["products_ids"];
          break;
        }
        case "redirect_url": {
          $redirect_url = value["redirect_url"];
          break;
        }
        case "page_title": {
          $page_title = value["page_title"];
          break;
        }
        default: {
          fail(errors, [path, key], "additionalProperties", "is not in the contract");
        }
      }
    }
    if ($show_invoices !== undefined) {
      if (!(typeof $show_invoices === "boolean")) fail(errors, [path, "show_invoices"], "type", "must be a boolean");
    }
    if ($show_billing_info !== undefined) {
      if (!(typeof $show_billing_info === "boolean")) fail(errors, [path, "show_billing_info"], "type", "must be a boolean");
    }
    if ($allow_update_billing_info !== undefined) {
      if (!(typeof $allow_update_billing_info === "boolean")) fail(errors, [path, "allow_update_billing_info"], "type", "must be a boolean");
    }
    if ($allow_cancel !== undefined) {
      if (!(typeof $allow_cancel === "boolean")) fail(errors, [path, "allow_cancel"], "type", "must be a boolean");
    }
    if ($cancel_type !== undefined) {
      checkCancelType($cancel_type, [path, "cancel_type"], errors);
    }
    if ($allow_switch_plan !== undefined) {
      if (!(typeof $allow_switch_plan === "boolean")) fail(errors, [path, "allow_switch_plan"], "type", "must be a boolean");
    }
    if ($products_ids !== undefined) {
      if (Array.isArray($products_ids)) {
        for (let index = 0; index < $products_ids.length; index++) {
          const item = $products_ids[index];
          if (!(typeof item === "string")) fail(errors, [[path, "products_ids"], index], "type", "must be a string");
        }
      } else fail(errors, [path, "products_ids"], "type", "must be an array");
    }
    if ($redirect_url !== undefined) {
      if (typeof $redirect_url === "string") {
        if (!isUri($redirect_url)) fail(errors, [path, "redirect_url"], "format", "must be an absolute URI, as in https://example.com/path");
      } else fail(errors, [path, "redirect_url"], "type", "must be a string");
    }
    if ($page_title !== undefined) {
      if (!(typeof $page_title === "string")) fail(errors, [path, "page_title"], "type", "must be a string");
    }
  } else fail(errors, path, "type", "must be an object");
}
function checkPortalLinkRequest(value, path, errors) {
  if (isObject(value)) {
    let $customer_id, $subscription_id, $settings;
    for (const key of Object.keys(value)) {
      switch (key) {
        case "customer_id": {
          $customer_id = value["customer_id"];
          break;
        }
        case "subscription_id": {
          $subscription_id = value["subscription_id"];
          break;
        }
        case "settings": {
          $settings = value["settings"];
          break;
        }
        default: {
          fail(errors, [path, key], "additionalProperties", "is not in the contract");
        }
      }
    }
    if ($customer_id === undefined) fail(errors, [path, "customer_id"], "required", "is missing");
    if ($customer_id !== undefined) {
      if (!(typeof $customer_id === "string")) fail(errors, [path, "customer_id"], "type", "must be a string");
    }
    if ($subscription_id !== undefined) {
      if (!(typeof $subscription_id === "string")) fail(errors, [path, "subscription_id"], "type", "must be a string");
    }
    if ($settings !== undefined) {
      checkPortalSettings($settings, [path, "settings"], errors);
    }
  } else fail(errors, path, "type", "must be an object");
}
function checkPortalLink(value, path, errors) {
  if (isObject(value)) {
    let $id, $session_id, $customer_id, $subscription_id, $link_url, $expires_at;
    for (const key of Object.keys(value)) {
      switch (key) {
        case "id": {
          $id = value["id"];
          break;
        }
        case "session_id": {
          $session_id = value["session_id"];
          break;
        }
        case "customer_id": {
          $customer_id = value["customer_id"];
          break;
        }
        case "subscription_id": {
          $subscription_id = value["subscription_id"];
          break;
        }
        case "link_url": {
          $link_url = value["link_url"];
          break;
        }
        case "expires_at": {
          $expires_at = value["expires_at"];
          break;
        }
      }
    }
    if ($id === undefined) fail(errors, [path, "id"], "required", "is missing");
    if ($session_id === undefined) fail(errors, [path, "session_id"], "required", "is missing");
    if ($customer_id === undefined) fail(errors, [path, "customer_id"], "required", "is missing");
    if ($link_url === undefined) fail(errors, [path, "link_url"], "required", "is missing");
    if ($expires_at === undefined) fail(errors, [path, "expires_at"], "required", "is missing");
    if ($id !== undefined) {
      if (!(typeof $id === "string")) fail(errors, [path, "id"], "type", "must be a string");
    }
    if ($session_id !== undefined) {
      if (typeof $session_id === "string") {
        if ($session_id.length > 32 && codePoints($session_id) > 32) fail(errors, [path, "session_id"], "maxLength", "must not be longer than 32 characters");
      } else fail(errors, [path, "session_id"], "type", "must be a string");
    }
    if ($customer_id !== undefined) {
      if (typeof $customer_id === "string") {
        if ($customer_id.length > 32 && codePoints($customer_id) > 32) fail(errors, [path, "customer_id"], "maxLength", "must not be longer than 32 characters");
      } else fail(errors, [path, "customer_id"], "type", "must be a string");
    }
    if ($subscription_id !== undefined) {
      if (typeof $subscription_id === "string") {
        if ($subscription_id.length > 32 && codePoints($subscription_id) > 32) fail(errors, [path, "subscription_id"], "maxLength", "must not be longer than 32 characters");
      } else fail(errors, [path, "subscription_id"], "type", "must be a string");
    }
    if ($link_url !== undefined) {
      if (typeof $link_url === "string") {
        if (!isUri($link_url)) fail(errors, [path, "link_url"], "format", "must be an absolute URI, as in https://example.com/path");
      } else fail(errors, [path, "link_url"], "type", "must be a string");
    }
    if ($expires_at !== undefined) {
      if (typeof $expires_at === "string") {
        if (!isDateTime($expires_at)) fail(errors, [path, "expires_at"], "format", "must be a date and time with a time zone, as in 2026-03-13T12:30:00Z");
      } else fail(errors, [path, "expires_at"], "type", "must be a string");
    }
  } else fail(errors, path, "type", "must be an object");
}
function checkPortalLinkResponse(value, path, errors) {
  if (isObject(value)) {
    let $status, $result;
    for (const key of Object.keys(value)) {
      switch (key) {
        case "status": {
          $status = value["status"];
          break;
        }
        case "result": {
          $result = value["result"];
          break;
        }
      }
    }
    if ($status === undefined) fail(errors, [path, "status"], "required", "is missing");
    if ($result === undefined) fail(errors, [path, "result"], "required", "is missing");
    if ($status !== undefined) {
      if (!(typeof $status === "boolean")) fail(errors, [path, "status"], "type", "must be a boolean");
      if ($status !== true) fail(errors, [path, "status"], "const", "must be true");
    }
    if ($result !== undefined) {
      checkPortalLink($result, [path, "result"], errors);
    }
  } else fail(errors, path, "type", "must be an object");
}
function checkFieldError(value, path, errors) {
  if (isObject(value)) {
    let $message, $rule;
    for (const key of Object.keys(value)) {
      switch (key) {
        case "message": {
          $message = value["message"];
          break;
        }
        case "rule": {
          $rule = value["rule"];
          break;
        }
      }
    }
    if ($message === undefined) fail(errors, [path, "message"], "required", "is missing");
    if ($rule === undefined) fail(errors, [path, "rule"], "required", "is missing");
    if ($message !== undefined) {
      if (!(typeof $message === "string")) fail(errors, [path, "message"], "type", "must be a string");
    }
    if ($rule !== undefined) {
      if (!(typeof $rule === "string")) fail(errors, [path, "rule"], "type", "must be a string");
    }
  } else fail(errors, path, "type", "must be an object");
}
function checkErrorDetail(value, path, errors) {
  if (isObject(value)) {
    let $record, $errors;
    for (const key of Object.keys(value)) {
      switch (key) {
        case "record": {
          $record = value["record"];
          break;
        }
        case "errors": {
          $errors = value["errors"];
          break;
        }
      }
    }
    if ($record === undefined) fail(errors, [path, "record"], "required", "is missing");
    if ($errors === undefined) fail(errors, [path, "errors"], "required", "is missing");
    if ($record !== undefined) {
      if (!(isObject($record))) fail(errors, [path, "record"], "type", "must be an object");
    }
    if ($errors !== undefined) {
      if (isObject($errors)) {
        for (const key3 of Object.keys($errors)) {
          const field3 = $errors[key3];
          if (field3 !== undefined) {
            checkFieldError(field3, [[path, "errors"], key3], errors);
          }
        }
      } else fail(errors, [path, "errors"], "type", "must be an object");
    }
  } else fail(errors, path, "type", "must be an object");
}
function checkErrorResponse(value, path, errors) {
  if (isObject(value)) {
    let $status, $error_code, $error_message, $error_details;
    for (const key of Object.keys(value)) {
      switch (key) {
        case "status": {
          $status = value["status"];
          break;
        }
        case "error_code": {
          $error_code = value["error_code"];
          break;
        }
        case "error_message": {
          $error_message = value["error_message"];
          break;
        }
        case "error_details": {
          $error_details = value["error_details"];
          break;
        }
      }
    }
    if ($status === undefined) fail(errors, [path, "status"], "required", "is missing");
    if ($error_code === undefined) fail(errors, [path, "error_code"], "required", "is missing");
    if ($error_message === undefined) fail(errors, [path, "error_message"], "required", "is missing");
    if ($status !== undefined) {
      if (!(typeof $status === "boolean")) fail(errors, [path, "status"], "type", "must be a boolean");
      if ($status !== false) fail(errors, [path, "status"], "const", "must be false");
    }
    if ($error_code !== undefined) {
      if (typeof $error_code === "string") {
        if ($error_code.length > 3 && codePoints($error_code) > 3) fail(errors, [path, "error_code"], "maxLength", "must not be longer than 3 characters");
      } else fail(errors, [path, "error_code"], "type", "must be a string");
    }
    if ($error_message !== undefined) {
      if (typeof $error_message === "string") {
        if ($error_message.length > 32 && codePoints($error_message) > 32) fail(errors, [path, "error_message"], "maxLength", "must not be longer than 32 characters");
      } else fail(errors, [path, "error_message"], "type", "must be a string");
    }
    if ($error_details !== undefined) {
      if (Array.isArray($error_details)) {
        for (let index = 0; index < $error_details.length; index++) {
          const item = $error_details[index];
          checkErrorDetail(item, [[path, "error_details"], index], errors);
        }
      } else fail(errors, [path, "error_details"], "type", "must be an array");
    }
  } else fail(errors, path, "type", "must be an object");
}
const validatePortalLinkRequest = (value) => validate(checkPortalLinkRequest, value);
const validatePortalLinkResponse = (value) => validate(checkPortalLinkResponse, value);
const validateErrorResponse = (value) => validate(checkErrorResponse, value);
export { validatePortalLinkRequest as PortalLinkRequest, validatePortalLinkResponse as PortalLinkResponse, validateErrorResponse as ErrorResponse };
