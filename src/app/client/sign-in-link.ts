import { useMemo, useSyncExternalStore } from "react";
import { signInFragment } from "./sign-in-fragment.ts";

/** What a sign-in link holds: the code that is good once, and where to go then. */
export type SignInLink = { code: string; to: string | undefined };

/** The link of a fragment such as `#code=…&to=%2Fc%2F…`; without a code, `undefined`. */
export function linkOf(fragment: string): SignInLink | undefined {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const code = parts.get("code")?.trim() ?? "";
  return code === "" ? undefined : { code, to: parts.get("to") ?? undefined };
}

/** The link in what somebody pasted: the whole of it, or its code alone. `undefined`: there is none in it. */
export function linkOfPaste(pasted: string): SignInLink | undefined {
  const text = pasted.trim();
  const mark = text.indexOf("#");
  if (mark >= 0) return linkOf(text.slice(mark));
  return /^[\w.~-]+$/.test(text) ? { code: text, to: undefined } : undefined;
}

/** The link that this page was opened with. */
export function useSignInLink(): SignInLink | undefined {
  const fragment = useSyncExternalStore(signInFragment.subscribe, signInFragment.now);
  return useMemo(() => linkOf(fragment), [fragment]);
}
