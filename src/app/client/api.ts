import { clockHeaders, refreshHeader } from "#service/api.ts";
import { access } from "./access.ts";
import { ApiError, notAnswered } from "./api-error.ts";
import { withDeadline } from "./deadline.ts";
import { problemOf } from "./problem-of.ts";
import type { ServiceClock } from "./service-clock.ts";
import { serviceClock } from "./service-clock.ts";
import type { Transport } from "./transport.ts";

/** Longer than the service gives a platform, so that its own account of a slow one arrives. */
const deadlineMilliseconds = 45_000;
const downloadDeadlineMilliseconds = 600_000;
const rememberedAnswers = 64;

export type Question = {
  signal?: AbortSignal | undefined;
  /** Sent as JSON by POST; without it the question is a GET. */
  body?: Record<string, string> | undefined;
  /** Have the platform read again before its interval is over. */
  refresh?: boolean | undefined;
  deadlineMilliseconds?: number | undefined;
};

/** `data` is the same object as before while the service says that nothing changed. */
export type Answer<T> = { data: T; changed: boolean; headers: Headers };

export type Api = {
  /** The JSON at `path`. Throws `ApiError`, or the abort when `signal` withdrew the question. */
  ask<T>(path: string, isAnswer: (body: unknown) => body is T, question?: Question): Promise<Answer<T>>;
  /** The bytes at `path`. Throws `ApiError`. */
  download(path: string, question?: Question): Promise<Blob>;
  /** Lets go of every answer, those under way included: they were for another viewer. */
  forget(): void;
};

function initOf(question: Question, etag: string | undefined, signal: AbortSignal): RequestInit {
  const headers = new Headers();
  if (etag !== undefined) headers.set("if-none-match", etag);
  if (question.refresh === true) headers.set(refreshHeader, "now");
  if (question.body === undefined) return { headers, signal };
  headers.set("content-type", "application/json");
  return { method: "POST", headers, signal, body: JSON.stringify(question.body) };
}

const unreadable = (): ApiError => notAnswered("internal", "Callboard's answer could not be read.");

/** A failure that is not ours yet: the connection broke off, before or within the answer. */
function brokenOff(error: unknown): unknown {
  if (error instanceof ApiError || (error instanceof Error && error.name === "AbortError")) return error;
  if (error instanceof Error && error.name === "WorkerStoppedError") return notAnswered("internal", error.message);
  if (error instanceof SyntaxError) return unreadable();
  return notAnswered("unreachable", "This page could not reach Callboard.");
}

const late = (): ApiError => notAnswered("timeout", "Callboard did not answer in time.");

/** The thin layer over a transport: validators, the service's clock, deadlines, problems. */
export function createApi(transport: Transport, clock: ServiceClock): Api {
  /** The latest answers that have a validator; least recently used first. */
  let answers = new Map<string, { etag: string; data: unknown }>();

  function remember(into: typeof answers, path: string, etag: string | null, data: unknown): void {
    into.delete(path);
    if (etag !== null) into.set(path, { etag, data });
    const oldest = into.keys().next();
    if (into.size > rememberedAnswers && oldest.done !== true) into.delete(oldest.value);
  }

  function request<T>(path: string, question: Question, etag: string | undefined, read: (response: Response) => Promise<T>) {
    return withDeadline(question.deadlineMilliseconds ?? deadlineMilliseconds, question.signal, late, async (signal) => {
      try {
        const response = await transport(path, initOf(question, etag, signal));
        const now = response.headers.get(clockHeaders.now);
        if (now !== null && /^\d{1,16}$/.test(now)) clock.set(Number(now));
        if (!response.ok && response.status !== 304) throw new ApiError(await problemOf(response, clock.now()), response.headers);
        return await read(response);
      } catch (error) {
        throw brokenOff(error);
      }
    });
  }

  return {
    async ask(path, isAnswer, question = {}) {
      const before = answers;
      const known = question.body === undefined ? before.get(path) : undefined;
      return request(path, question, known?.etag, async (response) => {
        const { headers } = response;
        const isSame = known !== undefined && response.status === 304;
        const data: unknown = isSame ? known.data : await response.json();
        if (!isAnswer(data)) throw unreadable();
        if (question.body === undefined) remember(before, path, isSame ? known.etag : headers.get("etag"), data);
        return { data, changed: !isSame, headers };
      });
    },
    download: (path, question = {}) =>
      request(path, { deadlineMilliseconds: downloadDeadlineMilliseconds, ...question }, undefined, (response) => response.blob()),
    forget() {
      answers = new Map();
    },
  };
}

export const api = createApi(access.send, serviceClock);
