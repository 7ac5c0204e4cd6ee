import { access, sessionPath } from "./access.ts";
import { replaceAddress, sharedAddress } from "./address.ts";
import { ApiError, notAnswered } from "./api-error.ts";
import { withDeadline } from "./deadline.ts";
import { connectionsPath } from "./paths.ts";
import { problemOf } from "./problem-of.ts";
import { placeAfterSignIn, rememberAddress, takeRememberedAddress } from "./return-address.ts";
import { serviceClock } from "./service-clock.ts";
import type { SignInLink } from "./sign-in-link.ts";
import { basePath, send } from "./transport.ts";

const deadlineMilliseconds = 20_000;
const shortestRecheckMilliseconds = 5_000;

/** One request outside the questions of the page: none of them may be asked while access is over. */
async function request(path: string, method: "GET" | "POST" | "DELETE", body?: Record<string, string>): Promise<void> {
  const late = (): Error => notAnswered("timeout", "Callboard did not answer in time.");
  const content = body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await withDeadline(deadlineMilliseconds, undefined, late, (signal) => send(path, { method, signal, ...content })).catch((error: unknown) => {
    throw error instanceof ApiError ? error : notAnswered("unreachable", "This page could not reach Callboard.");
  });
  if (!response.ok) throw new ApiError(await problemOf(response, serviceClock.now()), response.headers);
}

/** Signs in where the page is, and keeps its address. Throws `ApiError`. */
export async function signInHere({ code }: SignInLink): Promise<void> {
  await request(sessionPath, "POST", { code });
  takeRememberedAddress(window);
  access.become("open");
}

/** The link being followed: its code is good once, however often React asks. */
let following: { link: SignInLink; end: Promise<void> } | undefined;

async function follow({ code, to }: SignInLink): Promise<void> {
  try {
    await request(sessionPath, "POST", { code });
  } catch (error) {
    following = undefined;
    throw error;
  }
  access.become("open");
  replaceAddress(placeAfterSignIn(to, takeRememberedAddress(window), basePath()));
}

/** Signs in by a link and goes where it leads. Throws `ApiError`. */
export function followLink(link: SignInLink): Promise<void> {
  if (following?.link !== link) following = { link, end: follow(link) };
  return following.end;
}

/** Ends the session here and on the server. Throws `ApiError`, and then the session goes on. */
export async function signOut(): Promise<void> {
  await request(sessionPath, "DELETE");
  access.become("left");
}

/** Goes on where somebody signed in elsewhere. Throws `ApiError` while access is still refused. */
export async function recheck(): Promise<void> {
  await request(connectionsPath, "GET");
  access.become("open");
}

/** Keeps where the page is for whoever signs in, and looks for a session made elsewhere whenever the reader comes back. */
export function waitForSignIn(): () => void {
  rememberAddress(window, sharedAddress());
  let checkedAt = Date.now();
  const look = (): void => {
    if (document.visibilityState === "hidden" || Date.now() - checkedAt < shortestRecheckMilliseconds) return;
    checkedAt = Date.now();
    // Still refused: the notice says so already.
    void recheck().catch(() => {});
  };
  window.addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  return () => {
    window.removeEventListener("focus", look);
    document.removeEventListener("visibilitychange", look);
  };
}
