import { memoizeLast } from "../contract/memoize-last.js";
import { findOperation, type MockedOperation } from "./mocked-operations.js";

/** What a request is for. */
export interface Route {
  path: string;
  /** What a log shows: a path that is none of the mock's may hold anything, and a link's is a secret. */
  shownPath: string;
  mocked?: MockedOperation | undefined;
  isControl?: boolean;
  /** Of a link of the mock. */
  token?: string | undefined;
}

/** Mostly it is asked for the same. */
export const routeOf = memoizeLast((url: string): Route => {
  const path = pathOf(url);
  const mocked = findOperation(path);
  if (mocked) return { path, shownPath: mocked.operation.path, mocked };
  const [control] = /^\/__mock(?=\/|$)(\/\w*$)?/.exec(path) ?? [];
  if (control) return { path, shownPath: control, isControl: true };
  const [, token] = /\/portal\/([\w-]+)$/.exec(path) ?? [];
  return { path, shownPath: token ? "/portal/…" : "another path", token };
});

/** Of an absolute URL or a path, decoded, without the query. */
function pathOf(url: string): string {
  const path = url.startsWith("/")
    ? url
    : url.slice(url.indexOf("/", url.indexOf("//") + 2));
  const [bare = ""] = path.split(/[?#]/);
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}
