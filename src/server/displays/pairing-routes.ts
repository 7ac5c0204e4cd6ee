import type { PairingAnswer, PairingStart } from "#service/api.ts";
import { problemResponse } from "#service/front/problems.ts";
import { smallJson } from "#service/front/small-json.ts";
import { Hono } from "hono";
import { z } from "zod";
import { withBody } from "../access/request-body.ts";
import { goneSessionCookie } from "../access/sessions.ts";
import { wrongMethod } from "../access/wrong-method.ts";
import { tooManyRequests } from "../operations/access-guard.ts";
import { Buckets } from "../operations/buckets.ts";
import { digestOf } from "../store/digest.ts";
import type { Displays } from "../store/displays.ts";
import type { Pairings } from "../store/pairings.ts";
import { displayCookieWith } from "./display-cookie.ts";
import { grouped, newCode, newSecret } from "./secrets.ts";

const codeMilliseconds = 10 * 60_000;
const intervalSeconds = 5;
/** What a display that keeps to the interval never meets. */
const pollRate = { perSecond: 1 / 3, burst: 5 };
const fullWaitSeconds = 60;
const mostTries = 5;

const Poll = z.object({ deviceCode: z.string().min(20).max(100) });

export type PairingOptions = { pairings: Pairings; displays: Displays; now: () => number };

/**
 * The routes of a display that is not paired, below `/api/v1`, after OAuth's device grant (RFC 8628): it
 * asks for a code, shows it, and collects its credential with what only it knows.
 */
export function pairingRoutes({ pairings, displays, now }: PairingOptions): Hono {
  const app = new Hono();
  const uncached = { "cache-control": "no-store" };
  const polls = new Buckets(pollRate, now);

  app.post("/pairing", async (c) => {
    const expiresAt = now() + codeMilliseconds;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const [deviceCode, code] = [newSecret(), newCode()];
      const begun = await pairings.begin({ device: deviceCode, code, expiresAt });
      if (begun === "full") break;
      if (begun === "begun") return c.json({ deviceCode, code: grouped(code), expiresAt, intervalSeconds } satisfies PairingStart, 201, uncached);
    }
    return tooManyRequests(fullWaitSeconds, "Too many displays wait to be paired; try again later.");
  });

  app.post("/pairing/collection", async (c) => {
    const request = await withBody(c.req.raw);
    if (request instanceof Response) return request;
    const poll = Poll.safeParse(await smallJson(request));
    if (!poll.success) return problemResponse("bad_request", 'Send {"deviceCode": "…"}, as it came with the code.');
    const { deviceCode } = poll.data;
    const wait = polls.take(digestOf(deviceCode));
    if (wait > 0) return tooManyRequests(wait, `Ask every ${intervalSeconds} seconds.`);
    const state = await pairings.state(deviceCode);
    if (state.kind === "waiting") return c.json({ state: "waiting" } satisfies PairingAnswer, 202, uncached);
    const token = newSecret();
    if (state.kind === "over" || !(await displays.issue(state.displayId, token))) return problemResponse("not_signed_in", "This code is over, or was used; ask for a new one.");
    // Who signed in on this browser before does so no more: a session would count before the display.
    return new Response(JSON.stringify({ state: "paired" } satisfies PairingAnswer), {
      headers: [["content-type", "application/json"], ...Object.entries(uncached), ["set-cookie", goneSessionCookie()], ["set-cookie", displayCookieWith(token)]],
    });
  });

  app.all("/pairing", () => wrongMethod(["POST"]));
  app.all("/pairing/collection", () => wrongMethod(["POST"]));
  return app;
}

/** Said wherever pairing is asked for with access mode `open`. */
export const pairingNotNeeded = 'With access.mode "open" everyone who reaches this machine\'s own address sees every campaign: a display there needs no pairing.';

/** The same routes where there is nothing to pair for. */
export function openPairingRoutes(): Hono {
  const app = new Hono();
  app.all("/pairing/*", () => problemResponse("no_such_route", pairingNotNeeded));
  app.all("/displays/*", () => problemResponse("no_such_route", pairingNotNeeded));
  return app;
}
