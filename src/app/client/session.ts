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
export async function request(path: string, method: "GET" | "POST" | "DELETE", body?: object): Promise<Response> {
  const late = (): Error => notAnswered("timeout", "Callboard did not answer in time.");
  const content = body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await withDeadline(deadlineMilliseconds, undefined, late, (signal) => send(path, { method, signal, ...content })).catch((error: unknown) => {
    throw error instanceof ApiError ? error : notAnswered("unreachable", "This page could not reach Callboard.");
  });
  if (!response.ok) throw new ApiError(await problemOf(response, serviceClock.now()), response.headers);
  return response;
}

/** A link leads to another session than the one that runs: the reader says which it shall be. */
export type OtherSession = { signedInAs: string; linkFor: string };

function isOtherSession(body: unknown): body is OtherSession {
  return typeof body === "object" && body !== null && "signedInAs" in body && typeof body.signedInAs === "string" && "linkFor" in body && typeof body.linkFor === "string";
}

/** Signs in, unless that is the reader's to decide. Whoever is signed in already stays so where the link is used or over. */
async function exchange({ code }: SignInLink, replace: boolean): Promise<OtherSession | undefined> {
  const response = await request(sessionPath, "POST", { code, replace });
  const body: unknown = response.status === 200 ? await response.json().catch(() => undefined) : undefined;
  return isOtherSession(body) ? body : undefined;
}

/** Signs in where the page is, and keeps its address. Whoever pastes a link wants to be who it is for. Throws `ApiError`. */
export async function signInHere(link: SignInLink): Promise<void> {
  await exchange(link, true);
  takeRememberedAddress(window);
  access.become("open");
}

/** Goes where a link leads, as whoever is signed in. */
export function goWhereLed({ to }: SignInLink): void {
  access.become("open");
  replaceAddress(placeAfterSignIn(to, takeRememberedAddress(window), basePath()));
}

/** The link being followed: its code is good once, however often React asks. */
let following: { link: SignInLink; end: Promise<OtherSession | undefined> } | undefined;

async function follow(link: SignInLink): Promise<OtherSession | undefined> {
  try {
    const other = await exchange(link, false);
    if (other === undefined) goWhereLed(link);
    return other;
  } catch (error) {
    following = undefined;
    throw error;
  }
}

/** Signs in by a link and goes where it leads, or tells what the reader must decide first. Throws `ApiError`. */
export function followLink(link: SignInLink): Promise<OtherSession | undefined> {
  if (following?.link !== link) following = { link, end: follow(link) };
  return following.end;
}

/** Signs in by a link in place of the session that runs, and goes where it leads. Throws `ApiError`. */
export async function signInInstead(link: SignInLink): Promise<void> {
  await exchange(link, true);
  goWhereLed(link);
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

const displayRecheckMilliseconds = 30_000;

/** For a display, where nobody signs in: looks whether access was given (again), as often as is cheap, a lost session's renewal included. */
export function recheckByItself(): () => void {
  const look = async (): Promise<void> => {
    await recheck().catch(async () => {
      await request(`${sessionPath}/renewal`, "POST");
      await recheck();
    });
  };
  // Still refused, or nobody answers: asked again in half a minute.
  const timer = setInterval(() => void look().catch(() => {}), displayRecheckMilliseconds);
  return () => clearInterval(timer);
}
