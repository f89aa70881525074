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
    check(value, undefined, undefined, errors);
  } catch {
    return [{ path: [], keyword: "type", message: "must be plain JSON, neither cyclic nor nested too deeply" }];
  }
  for (const error of errors) {
    const keys = [];
    for (let path = error.path; path[0]; path = path[0]) keys.push(path[1]);
    error.path = keys.reverse();
  }
  return errors.length ? errors : undefined;
};
const isUri = (text) => /^[a-z][a-z\d+\-.]*:(?:\/?\/(?:[\w\-.~!$&'()*+,;=:%]*@)?(?:\[(?:(?:(?:[\da-f]{1,4}:){6}(?:[\da-f]{1,4}:[\da-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?!:*(?:[\da-f]+:+){6}(?:[\da-f]+:+[\da-f]|\d+\.))(?:(?:[\da-f]{1,4}:){1,7}|:)(?::|(?::[\da-f]{1,4}){0,6}:(?:[\da-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))))|v[\da-f]+\.[\w\-.~!$&'()*+,;=:]+)\]|[\w\-.~!$&'()*+,;=%]*)(?::\d*)?(?:\/[\w\-.~!$&'()*+,;=:@%/]*)?|\/?[\w\-.~!$&'()*+,;=:@%][\w\-.~!$&'()*+,;=:@%/]*)(?:\?[\w\-.~!$&'()*+,;=:@%/?]*)?(?:#[\w\-.~!$&'()*+,;=:@%/?]*)?$/i.test(text) && !/%(?![\da-f]{2})/i.test(text);
const isDateTime = (text) => /^(?:\d{4}-(?:(?:0[13-9]|1[0-2])-(?:0[1-9]|[12]\d|30)|(?:0[13578]|1[02])-31|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[t\s](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)$/i.test(text) && (text[17] !== "6" || isLeapSecond(text));
function checkString(value, path, key, errors) {
  if (!(typeof value === "string")) fail(errors, [path, key], "type", "must be a string");
}
function checkBoolean(value, path, key, errors) {
  if (!(typeof value === "boolean")) fail(errors, [path, key], "type", "must be a boolean");
}
function checkCancelType(value, path, key, errors) {
  if (!(typeof value === "string")) fail(errors, [path, key], "type", "must be a string");
  if (value !== "NOW" && value !== "AFTER_BILLING_PERIOD") fail(errors, [path, key], "enum", "must be NOW or AFTER_BILLING_PERIOD");
}
function checkArray(value, path, key, errors) {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      if (!(typeof item === "string")) fail(errors, [[path, key], index], "type", "must be a string");
    }
  } else fail(errors, [path, key], "type", "must be an array");
}
function checkUri(value, path, key, errors) {
  if (typeof value === "string") {
    if (!isUri(value)) fail(errors, [path, key], "format", "must be an absolute URI, as in https://example.com/path");
  } else fail(errors, [path, key], "type", "must be a string");
}
function checkPortalSettings(value, path, key, errors) {
  if (isObject(value)) {
    const own = [path, key];
    let field;
    for (const key2 of Object.keys(value)) {
      switch (key2) {
        case "show_invoices": {
          field = value["show_invoices"];
          if (field !== undefined) checkBoolean(field, own, key2, errors);
          break;
        }
        case "show_billing_info": {
          field = value["show_billing_info"];
          if (field !== undefined) checkBoolean(field, own, key2, errors);
          break;
        }
        case "allow_update_billing_info": {
          field = value["allow_update_billing_info"];
          if (field !== undefined) checkBoolean(field, own, key2, errors);
          break;
        }
        case "allow_cancel": {
          field = value["allow_cancel"];
          if (field !== undefined) checkBoolean(field, own, key2, errors);
          break;
        }
        case "cancel_type": {
          field = value["cancel_type"];
          if (field !== undefined) checkCancelType(field, own, key2, errors);
          break;
        }
        case "allow_switch_plan": {
          field = value["allow_switch_plan"];
          if (field !== undefined) checkBoolean(field, own, key2, errors);
          break;
        }
        case "products_ids": {
          field = value["products_ids"];
          if (field !== undefined) checkArray(field, own, key2, errors);
          break;
        }
        case "redirect_url": {
          field = value["redirect_url"];
          if (field !== undefined) checkUri(field, own, key2, errors);
          break;
        }
        case "page_title": {
          field = value["page_title"];
          if (field !== undefined) checkString(field, own, key2, errors);
          break;
        }
        default: {
          fail(errors, [[path, key], key2], "additionalProperties", "is not in the contract");
        }
      }
    }
  } else fail(errors, [path, key], "type", "must be an object");
}
function checkPortalLinkRequest(value, path, key, errors) {
  if (isObject(value)) {
    let $customer_id;
    const own = [path, key];
    let field;
    for (const key2 of Object.keys(value)) {
      switch (key2) {
        case "customer_id": {
          $customer_id = value["customer_id"];
          if ($customer_id !== undefined) checkString($customer_id, own, key2, errors);
          break;
        }
        case "subscription_id": {
          field = value["subscription_id"];
          if (field !== undefined) checkString(field, own, key2, errors);
          break;
        }
        case "settings": {
          field = value["settings"];
          if (field !== undefined) checkPortalSettings(field, own, key2, errors);
          break;
        }
        default: {
          fail(errors, [[path, key], key2], "additionalProperties", "is not in the contract");
        }
      }
    }
    if ($customer_id === undefined) fail(errors, [[path, key], "customer_id"], "required", "is missing");
  } else fail(errors, [path, key], "type", "must be an object");
}
function checkBoolean2(value, path, key, errors) {
  if (!(typeof value === "boolean")) fail(errors, [path, key], "type", "must be a boolean");
  if (value !== true) fail(errors, [path, key], "const", "must be true");
}
function checkString2(value, path, key, errors) {
  if (typeof value === "string") {
    if (value.length > 32 && codePoints(value) > 32) fail(errors, [path, key], "maxLength", "must not be longer than 32 characters");
  } else fail(errors, [path, key], "type", "must be a string");
}
function checkDateTime(value, path, key, errors) {
  if (typeof value === "string") {
    if (!isDateTime(value)) fail(errors, [path, key], "format", "must be a date and time with a time zone, as in 2026-03-13T12:30:00Z");
  } else fail(errors, [path, key], "type", "must be a string");
}
function checkPortalLink(value, path, key, errors) {
  if (isObject(value)) {
    let $id, $session_id, $customer_id, $link_url, $expires_at;
    const own = [path, key];
    let field;
    for (const key2 of Object.keys(value)) {
      switch (key2) {
        case "id": {
          $id = value["id"];
          if ($id !== undefined) checkString($id, own, key2, errors);
          break;
        }
        case "session_id": {
          $session_id = value["session_id"];
          if ($session_id !== undefined) checkString2($session_id, own, key2, errors);
          break;
        }
        case "customer_id": {
          $customer_id = value["customer_id"];
          if ($customer_id !== undefined) checkString2($customer_id, own, key2, errors);
          break;
        }
        case "subscription_id": {
          field = value["subscription_id"];
          if (field !== undefined) checkString2(field, own, key2, errors);
          break;
        }
        case "link_url": {
          $link_url = value["link_url"];
          if ($link_url !== undefined) checkUri($link_url, own, key2, errors);
          break;
        }
        case "expires_at": {
          $expires_at = value["expires_at"];
          if ($expires_at !== undefined) checkDateTime($expires_at, own, key2, errors);
          break;
        }
      }
    }
    if ($id === undefined) fail(errors, [[path, key], "id"], "required", "is missing");
    if ($session_id === undefined) fail(errors, [[path, key], "session_id"], "required", "is missing");
    if ($customer_id === undefined) fail(errors, [[path, key], "customer_id"], "required", "is missing");
    if ($link_url === undefined) fail(errors, [[path, key], "link_url"], "required", "is missing");
    if ($expires_at === undefined) fail(errors, [[path, key], "expires_at"], "required", "is missing");
  } else fail(errors, [path, key], "type", "must be an object");
}
function checkPortalLinkResponse(value, path, key, errors) {
  if (isObject(value)) {
    let $status, $result;
    const own = [path, key];
    for (const key2 of Object.keys(value)) {
      switch (key2) {
        case "status": {
          $status = value["status"];
          if ($status !== undefined) checkBoolean2($status, own, key2, errors);
          break;
        }
        case "result": {
          $result = value["result"];
          if ($result !== undefined) checkPortalLink($result, own, key2, errors);
          break;
        }
      }
    }
    if ($status === undefined) fail(errors, [[path, key], "status"], "required", "is missing");
    if ($result === undefined) fail(errors, [[path, key], "result"], "required", "is missing");
  } else fail(errors, [path, key], "type", "must be an object");
}
function checkBoolean3(value, path, key, errors) {
  if (!(typeof value === "boolean")) fail(errors, [path, key], "type", "must be a boolean");
  if (value !== false) fail(errors, [path, key], "const", "must be false");
}
function checkString3(value, path, key, errors) {
  if (typeof value === "string") {
    if (value.length > 3 && codePoints(value) > 3) fail(errors, [path, key], "maxLength", "must not be longer than 3 characters");
  } else fail(errors, [path, key], "type", "must be a string");
}
function checkObject(value, path, key, errors) {
  if (!(isObject(value))) fail(errors, [path, key], "type", "must be an object");
}
function checkFieldError(value, path, key, errors) {
  if (isObject(value)) {
    let $message, $rule;
    const own = [path, key];
    for (const key2 of Object.keys(value)) {
      switch (key2) {
        case "message": {
          $message = value["message"];
          if ($message !== undefined) checkString($message, own, key2, errors);
          break;
        }
        case "rule": {
          $rule = value["rule"];
          if ($rule !== undefined) checkString($rule, own, key2, errors);
          break;
        }
      }
    }
    if ($message === undefined) fail(errors, [[path, key], "message"], "required", "is missing");
    if ($rule === undefined) fail(errors, [[path, key], "rule"], "required", "is missing");
  } else fail(errors, [path, key], "type", "must be an object");
}
function checkObject2(value, path, key, errors) {
  if (isObject(value)) {
    const own = [path, key];
    for (const key2 of Object.keys(value)) {
      const field = value[key2];
      if (field !== undefined) checkFieldError(field, own, key2, errors);
    }
  } else fail(errors, [path, key], "type", "must be an object");
}
function checkErrorDetail(value, path, key, errors) {
  if (isObject(value)) {
    let $record, $errors;
    const own = [path, key];
    for (const key2 of Object.keys(value)) {
      switch (key2) {
        case "record": {
          $record = value["record"];
          if ($record !== undefined) checkObject($record, own, key2, errors);
          break;
        }
        case "errors": {
          $errors = value["errors"];
          if ($errors !== undefined) checkObject2($errors, own, key2, errors);
          break;
        }
      }
    }
    if ($record === undefined) fail(errors, [[path, key], "record"], "required", "is missing");
    if ($errors === undefined) fail(errors, [[path, key], "errors"], "required", "is missing");
  } else fail(errors, [path, key], "type", "must be an object");
}
function checkArray2(value, path, key, errors) {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const item = value[index];
      checkErrorDetail(item, [path, key], index, errors);
    }
  } else fail(errors, [path, key], "type", "must be an array");
}
function checkErrorResponse(value, path, key, errors) {
  if (isObject(value)) {
    let $status, $error_code, $error_message;
    const own = [path, key];
    let field;
    for (const key2 of Object.keys(value)) {
      switch (key2) {
        case "status": {
          $status = value["status"];
          if ($status !== undefined) checkBoolean3($status, own, key2, errors);
          break;
        }
        case "error_code": {
          $error_code = value["error_code"];
          if ($error_code !== undefined) checkString3($error_code, own, key2, errors);
          break;
        }
        case "error_message": {
          $error_message = value["error_message"];
          if ($error_message !== undefined) checkString2($error_message, own, key2, errors);
          break;
        }
        case "error_details": {
          field = value["error_details"];
          if (field !== undefined) checkArray2(field, own, key2, errors);
          break;
        }
      }
    }
    if ($status === undefined) fail(errors, [[path, key], "status"], "required", "is missing");
    if ($error_code === undefined) fail(errors, [[path, key], "error_code"], "required", "is missing");
    if ($error_message === undefined) fail(errors, [[path, key], "error_message"], "required", "is missing");
  } else fail(errors, [path, key], "type", "must be an object");
}
const validatePortalLinkRequest = (value) => validate(checkPortalLinkRequest, value);
const validatePortalLinkResponse = (value) => validate(checkPortalLinkResponse, value);
const validateErrorResponse = (value) => validate(checkErrorResponse, value);
export { validatePortalLinkRequest as PortalLinkRequest, validatePortalLinkResponse as PortalLinkResponse, validateErrorResponse as ErrorResponse };
