import { isDeepStrictEqual } from "node:util";
import { CampaignSummary } from "#campaign/campaign-summary.ts";
import { readHeader } from "#providers/testing/readers.ts";
import type { CallsQuery } from "../../api.ts";
import { parseBody } from "../../engine/read-upstream.ts";
import { unflagged, unflaggedListing } from "./flagged.ts";
import { type FuzzedPlatform, mostBodyBytes } from "./platforms.ts";
import { type Look, Reader, wholeQuery } from "./reader.ts";
import type { Session, Step } from "./session.ts";

/** After so many good answers nothing may be left of the bad ones: a call must be missed twice, a flag seen three times. */
const looksToRecover = 10;
const encoder = new TextEncoder();
const ListLine = CampaignSummary.strict();

/** What a session showed: empty `faults` where everything held. */
export type Played = { payloads: number; accepted: number; faults: string[] };

function respond(bytes: Uint8Array): Response {
  return new Response(bytes.slice(), { headers: { "content-type": "application/json" } });
}

/** Answers every part well, but for the page of the session's part that a step mutates. */
function serve({ platform, part }: Pick<Session, "platform" | "part">, step: Step | undefined): void {
  platform.answer((url, init) => {
    const asked = platform.asked(url, init);
    // An account has the campaigns of one generation: its list is the one that answers.
    const isOtherList = part.startsWith("list") && asked?.part !== part;
    if (asked === undefined || isOtherList) return new Response("{}", { status: 404, headers: { "content-type": "application/json" } });
    const bodies = platform.good.get(asked.part) ?? [];
    if (step !== undefined && asked.part === part && asked.page === step.page) return respond(step.payload.bytes);
    return respond(encoder.encode(JSON.stringify(bodies[Math.min(asked.page, bodies.length) - 1])));
  });
}

/** Whether the platform's own reader takes these bytes: what the engine then shows must be of them. */
function accepts({ platform: { source, lists }, part }: Session, bytes: Uint8Array): boolean {
  if (bytes.length > mostBodyBytes) return false;
  if (part === "header") return parseBody(bytes, (body) => readHeader(source, body)).ok;
  if (part === "calls") return source.calls !== undefined && parseBody(bytes, source.calls.read).ok;
  const list = lists[Number(part.slice("list ".length))];
  return list !== undefined && parseBody(bytes, (body) => list.read(body, { page: 1, search: undefined })).ok;
}

/** What must be the same however a campaign came to be read: nothing of when, of what was seen on the way, or of ids that are ours. */
function lasting(platform: FuzzedPlatform, { campaign, calls, csv }: Look): unknown {
  if (campaign === undefined) return undefined;
  const { sentence: _sentence, estimate: _estimate, hours, files, notices, ...rest } = campaign;
  const ofOurs = platform.source.reports.callIds;
  const rows = (calls?.rows ?? []).map((row) => JSON.stringify({ ...row, id: ofOurs ? row.id : "" }));
  return {
    ...rest,
    hours: hours.reported ? { ...hours, value: { ...hours.value, windows: [], open: undefined } } : hours,
    files: files.reported ? { ...files, value: files.value.map((file) => ({ ...file, stuckSince: undefined })) } : files,
    notices: notices.filter(({ kind }) => kind !== "vanished_calls" && kind !== "older_answers_ignored"),
    rows: ofOurs ? rows : rows.toSorted(),
    csv: ofOurs ? csv : csv.map((record) => JSON.stringify(record)).toSorted(),
  };
}

const fresh = new Map<FuzzedPlatform, unknown>();

/** The good answers as an engine reads them that has seen nothing else. */
async function freshLook(session: Session): Promise<unknown> {
  const { platform } = session;
  const known = fresh.get(platform);
  if (known !== undefined) return known;
  const reader = new Reader(platform);
  serve(session, undefined);
  await reader.look(wholeQuery);
  const look = await reader.look(wholeQuery);
  reader.stop();
  if (look.campaign === undefined || look.faults.length > 0) throw new Error(`The good bodies of ${platform.name} do not read: ${look.faults.join("; ")}`);
  const read = lasting(platform, look);
  fresh.set(platform, read);
  return read;
}

async function playCampaign(session: Session): Promise<Played> {
  const { platform, part, steps, beginsGood } = session;
  const expected = await freshLook(session);
  const reader = new Reader(platform);
  const faults: string[] = [];
  let accepted = 0;
  const look = async (name: string, asked: CallsQuery, what?: "campaign" | "everything"): Promise<Look> => {
    const seen = await reader.look(asked, what);
    faults.push(...seen.faults.map((fault) => `${name}: ${fault}`));
    return seen;
  };
  serve(session, undefined);
  if (beginsGood) await look("good at first", wholeQuery);
  for (const [index, step] of steps.entries()) {
    serve(session, step);
    const isAccepted = accepts(session, step.payload.bytes);
    if (isAccepted) accepted += 1;
    for (let round = 0; round < step.looks; round += 1) {
      const { campaign } = await look(`step ${index}`, step.query, isAccepted || steps.length === 1 ? "everything" : "campaign");
      const isFirst = !beginsGood && accepted <= 1 && index === 0 && round === 0;
      if (isFirst && campaign !== undefined) faults.push(...unflaggedListing(campaign));
      if (isFirst && part === "header") faults.push(...faultsOfFirst(session, step, campaign, isAccepted));
    }
  }
  serve(session, undefined);
  // Rows of a page that was taken stay where the platform promises the newest first: such pages are not read again.
  const isKept = part === "calls" && accepted > 0 && platform.source.calls?.order === "newest_first";
  let last: unknown;
  for (let round = 0; round < looksToRecover; round += 1) {
    last = lasting(platform, await look("good again", wholeQuery));
    if (isKept || isDeepStrictEqual(last, expected)) break;
  }
  reader.stop();
  if (!isKept && !isDeepStrictEqual(last, expected)) faults.push(`does not recover: ${difference(last, expected)}`);
  return { payloads: steps.length, accepted, faults };
}

function faultsOfFirst({ platform: { source } }: Session, { payload }: Step, campaign: Look["campaign"], isAccepted: boolean): string[] {
  if ((campaign === undefined) === isAccepted) {
    const read = parseBody(payload.bytes, (body) => readHeader(source, body));
    // A list may hold other campaigns than the one asked for.
    if (read.ok && read.value === undefined) return [];
    return [isAccepted ? "a body its reader takes is not shown" : "a body its reader refuses is shown"];
  }
  const read = isAccepted ? parseBody(payload.bytes, (body) => readHeader(source, body)) : undefined;
  return read?.ok === true && read.value !== undefined && campaign !== undefined ? unflagged(read.value, campaign) : [];
}

/** The first place at which two values differ. */
function difference(value: unknown, other: unknown, place = ""): string {
  const isObject = (one: unknown): one is object => typeof one === "object" && one !== null;
  if (!isObject(value) || !isObject(other)) return `${place} is ${JSON.stringify(value)?.slice(0, 200)}, not ${JSON.stringify(other)?.slice(0, 200)}`;
  const parts = new Map<string, unknown>(Object.entries(value));
  const others = new Map<string, unknown>(Object.entries(other));
  for (const key of new Set([...parts.keys(), ...others.keys()])) {
    if (!isDeepStrictEqual(parts.get(key), others.get(key))) return difference(parts.get(key), others.get(key), `${place}.${key}`);
  }
  return `${place}: the same`;
}

async function playList(session: Session): Promise<Played> {
  const { platform, steps, search } = session;
  const faults: string[] = [];
  let accepted = 0;
  const good = new Reader(platform);
  serve(session, undefined);
  const expected = await good.list(search);
  good.stop();
  const reader = new Reader(platform);
  for (const [index, step] of steps.entries()) {
    serve(session, step);
    if (accepts(session, step.payload.bytes)) accepted += 1;
    faults.push(...faultsOfList(await reader.list(search)).map((fault) => `step ${index}: ${fault}`));
  }
  serve(session, undefined);
  const last = await reader.list(search);
  reader.stop();
  const again = pageIn(last);
  if (!isDeepStrictEqual(again, pageIn(expected))) faults.push(`the list does not recover: ${difference(again, pageIn(expected))}`);
  return { payloads: steps.length, accepted, faults };
}

function pageIn(result: unknown): unknown {
  return typeof result === "object" && result !== null && "page" in result ? result.page : undefined;
}

function faultsOfList(result: unknown): string[] {
  const page = pageIn(result);
  if (page === undefined) return JSON.stringify(result).includes('"ok":false') ? [] : ["neither a list nor a problem"];
  const { campaigns, page: number, lastPage, total } = page as { campaigns: unknown[]; page: number; lastPage: number; total: number };
  return [
    ...(campaigns.every((one) => ListLine.safeParse(one).success) ? [] : ["a line of the list does not fit its schema"]),
    ...([number, lastPage, total].every((count) => Number.isSafeInteger(count) && count >= 0) && lastPage >= 1 ? [] : [`page ${number} of ${lastPage}, ${total} in all`]),
  ];
}

/** Plays a session to its end; what throws is a fault like any other. */
export async function play(session: Session): Promise<Played> {
  try {
    const played = await (session.part.startsWith("list") ? playList(session) : playCampaign(session));
    if (Object.keys(Object.prototype).length > 0 || "polluted" in {}) played.faults.push("a prototype was written to");
    return played;
  } catch (error) {
    return { payloads: session.steps.length, accepted: 0, faults: [`threw ${error instanceof Error ? error.stack : String(error)}`] };
  }
}
