import type { Instant } from "#campaign/campaign.ts";
import type { ProviderRequest, WireResult } from "#providers/provider.ts";
import type { Connection } from "../ports.ts";
import { credentialHeaders } from "./credential.ts";
import { readBody } from "./read-body.ts";
import { retryAfterMilliseconds } from "./retry-after.ts";
import type { Failure } from "./upstream-problem.ts";

/**
 * A body read whole, not parsed yet: identical bytes need no second parse. `bytes` are
 * `undefined` for a 304, which only a request with `ifNoneMatch` can get.
 */
export type UpstreamBody =
  | { ok: true; bytes: Uint8Array; etag: string | undefined }
  | { ok: true; bytes: undefined }
  | { ok: false; failure: Failure };

/**
 * Sends one request and reads its body under one deadline and one byte cap.
 * Status and content type are checked before anything is parsed; redirects are
 * not followed; the platform's error body is never passed on, only its code.
 */
export async function readUpstream(connection: Connection, request: ProviderRequest, now: Instant, ifNoneMatch?: string): Promise<UpstreamBody> {
  const began = performance.now();
  const body = await send(connection, request, now, ifNoneMatch);
  connection.observer?.requested(body.ok ? "ok" : body.failure.code, performance.now() - began);
  return body;
}

async function send(connection: Connection, request: ProviderRequest, now: Instant, ifNoneMatch: string | undefined): Promise<UpstreamBody> {
  const { provider, deadlineMilliseconds } = connection;
  const deadline = AbortSignal.timeout(deadlineMilliseconds);
  const credential = await credentialHeaders(connection).catch(() => undefined);
  if (credential === undefined) return failed(notSigned(connection));
  let response: Response;
  try {
    response = await connection.fetch(connection.baseUrl.replace(/\/+$/, "") + request.path, {
      method: request.method,
      headers: {
        accept: "application/json",
        ...credential,
        ...(request.body && { "content-type": "application/json" }),
        ...(ifNoneMatch !== undefined && { "if-none-match": ifNoneMatch }),
      },
      ...(request.body && { body: JSON.stringify(request.body) }),
      redirect: "manual",
      signal: deadline,
    });
  } catch (error) {
    return failed(deadline.aborted ? timedOut(connection) : unreachable(connection, error));
  }
  const body = await readBody(response, connection.maxBodyBytes);
  if (!body.ok) {
    if (body.reason === "too_large") return failed(tooLarge(connection));
    return failed(deadline.aborted ? timedOut(connection) : brokenOff(provider.name, response.status));
  }
  if (response.status === 304 && ifNoneMatch !== undefined) return { ok: true, bytes: undefined };
  const failure = statusFailure(connection, request, response, body.bytes, now);
  return failure === undefined ? { ok: true, bytes: body.bytes, etag: response.headers.get("etag") ?? undefined } : failed(failure);
}

/** Bytes to a validated value; the reason names path and expectation, never what was found. */
export function parseBody<T>(bytes: Uint8Array, read: (body: unknown) => WireResult<T>): { ok: true; value: T } | { ok: false; failure: Failure } {
  const json = parseJson(bytes);
  return json.ok ? readValue(json.value, read) : failed(malformed("the body is not complete, valid JSON"));
}

/** JSON to a validated value. */
export function readValue<T>(body: unknown, read: (body: unknown) => WireResult<T>): { ok: true; value: T } | { ok: false; failure: Failure } {
  const result = read(body);
  if (result.ok) return result;
  const { path, expected } = result.problem;
  return failed(malformed(`${path === "" ? "the body" : `\`${path}\``} should be ${expected}`));
}

function parseJson(bytes: Uint8Array): { ok: true; value: unknown } | { ok: false } {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return { ok: true, value };
  } catch {
    return { ok: false };
  }
}

function statusFailure(connection: Connection, { asked }: ProviderRequest, response: Response, bytes: Uint8Array, now: Instant): Failure | undefined {
  const { provider } = connection;
  const { status } = response;
  // Plain file servers name no type for a body without an extension; a page that signs in names its own.
  const type = response.headers.get("content-type") ?? "";
  const isJson = /[/+]json\b/i.test(type) || /^(?:application\/octet-stream)?$/i.test(type.split(";")[0]?.trim() ?? "");
  if (status === 200) {
    return isJson ? undefined : { ...malformed("the answer is not JSON (by its content type)"), status };
  }
  if (status === 304) return { ...malformed("it answered 304 to a request that did not ask for that"), status };
  if (status === 0 || (status >= 300 && status < 400)) {
    return { code: "redirected", status, detail: `${provider.name} answered with a redirect, which is not followed: check the connection's baseUrl` };
  }
  // A provider's message is kept only for 403, where it may name the missing permission.
  const error = isJson ? parseBody(bytes, (body) => ({ ok: true, value: provider.readError(body) })) : undefined;
  const message = error?.ok === true ? harmless(connection, error.value.message) : undefined;
  switch (status) {
    case 401:
      return { code: "credential_refused", status, detail: `${provider.name} refused this connection's credential; the operator must mend it` };
    case 403:
      return { code: "forbidden", status, detail: `${provider.name} does not permit this credential to read it${message === undefined ? "" : `: ${message}`}` };
    case 404:
      return { code: "not_found", status, detail: `${provider.name} knows nothing at this address${asked === undefined ? "" : `; asked was ${asked}`}` };
    case 429: {
      const wait = retryAfterMilliseconds(response.headers.get("retry-after"), now);
      return { code: "rate_limited", status, detail: `${provider.name} asked for fewer requests`, retryAfterMilliseconds: wait };
    }
    default:
      return { code: "server_error", status, detail: `${provider.name} answered ${status}${isJson ? "" : ", not with JSON"}` };
  }
}

/** A message that repeats anything of the request's credential or account, or looks as if it did, is not passed on at all. */
function harmless({ token, account }: Connection, message: string | undefined): string | undefined {
  const text = message?.replace(/\s+/g, " ").slice(0, 200);
  if (text === undefined || /bearer|\beyJ|[\w-]{24,}/i.test(text)) return undefined;
  const ours = [token ?? "", ...Object.values(account)].filter((secret) => secret !== "");
  return ours.some((secret) => text.includes(secret)) ? undefined : text;
}

function failed(failure: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure };
}

function malformed(expectation: string): Failure {
  return { code: "malformed", status: 200, detail: `The answer could not be read: ${expectation}` };
}

function timedOut({ provider, deadlineMilliseconds }: Connection): Failure {
  return { code: "timeout", status: undefined, detail: `${provider.name} did not answer completely within ${deadlineMilliseconds / 1000} s` };
}

function tooLarge({ maxBodyBytes }: Connection): Failure {
  const mebibytes = (maxBodyBytes / 2 ** 20).toLocaleString("en-US", { maximumFractionDigits: 1 });
  return { code: "too_large", status: 200, detail: `The answer is larger than ${mebibytes} MiB, this connection's maxBodyBytes` };
}

function notSigned({ provider }: Connection): Failure {
  return { code: "credential_refused", status: undefined, detail: `The request to ${provider.name} could not be signed: browsers sign only on pages opened by https` };
}

function brokenOff(name: string, status: number): Failure {
  return { code: "unreachable", status, detail: `The answer of ${name} broke off before its end` };
}

/** Error texts of fetch hold addresses, so only its closed list of codes is passed on. */
function unreachable({ provider }: Connection, error: unknown): Failure {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : undefined;
  const known = code === undefined ? undefined : causes[code];
  return { code: "unreachable", status: undefined, detail: `${provider.name} could not be reached${known === undefined ? "" : `: ${known}`}` };
}

const causes: Record<string, string> = {
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was reset",
  ENOTFOUND: "its host name is not known",
  EAI_AGAIN: "its host name could not be looked up",
  ETIMEDOUT: "the connection timed out",
  UND_ERR_SOCKET: "the connection broke off",
  UND_ERR_CONNECT_TIMEOUT: "the connection timed out",
  CERT_HAS_EXPIRED: "its certificate has expired",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is self-signed (see extraCa)",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is not trusted here (see extraCa)",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is not trusted here (see extraCa)",
};
