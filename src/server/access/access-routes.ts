import { randomUUID } from "node:crypto";
import { problemResponse } from "#service/front/problems.ts";
import { smallJson } from "#service/front/small-json.ts";
import { type Context, Hono } from "hono";
import { z } from "zod";
import type { Issuer } from "../configuration/access.ts";
import { bodyMistakes, scopeMistake } from "./body-mistakes.ts";
import { withBody } from "./request-body.ts";
import type { SpentIds } from "../store/spent-ids.ts";
import { mintingFor, TokenRequest } from "./minting.ts";
import { isUuid } from "./revocable.ts";
import { revoke } from "./revoke.ts";
import type { Sessions } from "./sessions.ts";
import { bearerOf, isSecret } from "./shown-secret.ts";
import type { Signer } from "./signed.ts";
import type { Viewers } from "./viewers.ts";
import { wrongMethod } from "./wrong-method.ts";

const Code = z.object({ code: z.string().min(1).max(8_192), replace: z.boolean().default(false) });

type Options = { signer: Signer; spent: SpentIds; sessions: Sessions; viewers: Viewers; issuers: readonly Issuer[]; now: () => number };

/** The routes of access mode `token`, below `/api/v1`: sessions of people, tokens for backends. */
export function accessRoutes({ signer, spent, sessions, viewers, issuers, now }: Options): Hono {
  const app = new Hono();

  const uncached = { "cache-control": "no-store" };
  const withCookie = (cookie: string | undefined, otherwise: string): Response =>
    cookie === undefined ? problemResponse("not_signed_in", otherwise) : new Response(null, { status: 204, headers: { "set-cookie": cookie, ...uncached } });

  app.post("/session", async (c) => {
    const request = await withBody(c.req.raw);
    if (request instanceof Response) return request;
    const parsed = Code.safeParse(await smallJson(request));
    if (!parsed.success) return problemResponse("bad_request", 'Send {"code": "…"}, the part of the link after #code=');
    const { code, replace: replaces } = parsed.data;
    const beginning = await sessions.begin(code, { cookies: c.req.header("cookie"), replaces });
    if (beginning?.kind === "asked") return c.json({ signedInAs: beginning.signedInAs, linkFor: beginning.linkFor }, 200, uncached);
    if (beginning?.kind === "running") return c.json({ signedInAs: beginning.signedInAs }, 200, { ...uncached, "set-cookie": beginning.cookie });
    return withCookie(beginning?.cookie, "This link was used already, is over, or is not whole; ask for a new one.");
  });
  app.post("/session/renewal", async (c) => withCookie(await sessions.renew(c.req.header("cookie")), "The session is over; ask for a new link."));
  app.delete("/session", async (c) => {
    const cookie = await sessions.end(c.req.header("cookie"));
    viewers.forget();
    return withCookie(cookie, "");
  });

  app.post("/tokens", async (c) => {
    const issuer = issuerOf(c, issuers);
    if (issuer === undefined) return notAnIssuer();
    const request = await withBody(c.req.raw);
    if (request instanceof Response) return request;
    const body = await smallJson(request);
    const mistake = scopeMistake(body);
    if (mistake !== undefined) return problemResponse("bad_request", mistake);
    const parsed = TokenRequest.safeParse(body);
    if (!parsed.success) return problemResponse("bad_request", bodyMistakes(parsed.error, TokenRequest, body, '{"label": "agent 17", "campaigns": {"acme": ["spring-1"]}, "seconds": 900}'));
    const minting = mintingFor(issuer, parsed.data);
    if (!minting.ok) return problemResponse("not_permitted", minting.detail);
    const { label, grant, seconds } = minting;
    const id = `${issuer.name}-${randomUUID()}`;
    const expiresAt = now() + seconds * 1_000;
    const token = await signer.sign("token", { id, label, grant, expiresAt });
    return c.json({ token, id, expiresAt }, 201, uncached);
  });
  app.delete("/tokens/:id", async (c) => {
    const issuer = issuerOf(c, issuers);
    const id = c.req.param("id");
    // An issuer takes back only what it gave.
    if (issuer === undefined) return notAnIssuer();
    if (!isIdOf(issuer, id)) return problemResponse("not_permitted", "id: this issuer made no token of this id");
    await revoke(spent, id, now());
    viewers.forget();
    return c.body(null, 204);
  });

  app.all("/session", () => wrongMethod(["POST", "DELETE"]));
  app.all("/session/renewal", () => wrongMethod(["POST"]));
  app.all("/tokens", () => wrongMethod(["POST"]));
  app.all("/tokens/:id", () => wrongMethod(["DELETE"]));
  return app;
}

function notAnIssuer(): Response {
  return problemResponse("not_signed_in", "Tokens are made and revoked with the secret of an issuer in the configuration: Authorization: Bearer <secret>", {}, { "www-authenticate": "Bearer" });
}

/** The name and a UUID, to the letter: the name of one issuer may begin as another's does. */
function isIdOf({ name }: Issuer, id: string): boolean {
  return id.startsWith(`${name}-`) && isUuid(id.slice(name.length + 1));
}

/** Whose secret was sent. Every one is compared, each in the same time. */
function issuerOf(c: Context, issuers: readonly Issuer[]): Issuer | undefined {
  const shown = bearerOf(c.req.header("authorization"));
  return issuers.filter(({ secret }) => isSecret(shown, secret))[0];
}
