import type { Instant } from "#campaign/campaign.ts";
import type { Outlook, RetryOutlook } from "#campaign/eta/outlook.ts";
import type { Outcome } from "#campaign/outcome.ts";
import type { Progress } from "#campaign/progress.ts";
import { countRecords } from "#campaign/records.ts";
import { valueOf } from "#campaign/reported.ts";
import { restHoursAfter } from "#campaign/rest-hours.ts";
import type { CampaignSource } from "#providers/provider.ts";
import type { Calendar } from "./calendar.ts";
import { contactOutlook } from "./calls/contact-outlook.ts";
import type { CallTable } from "./calls/table.ts";
import type { Snapshot } from "./snapshot.ts";

const hourMilliseconds = 3_600_000;
/** The newest calls are those of the last so many hours before the newest of all. */
const newestMilliseconds = 3 * hourMilliseconds;

/** What an estimate of the end needs of a snapshot. It looks at every contact: not for every poll. */
export function outlookOf(snapshot: Snapshot, source: CampaignSource, calendar: Pick<Calendar, "hours" | "dates">, readAt: Instant): Outlook {
  const { campaign, progress, figures } = snapshot;
  const files = valueOf(campaign.files) ?? [];
  const records = countRecords(files);
  const taken = records.read + records.rejected;
  return {
    readAt,
    status: campaign.status.kind,
    total: valueOf(progress.total),
    done: progress.source === "none" ? undefined : progress.done.count,
    neverCalled: partOf(progress, "without_call"),
    retries: retryOutlook(snapshot, source, readAt),
    pending: pendingOf(snapshot),
    files: files
      .filter(({ state }) => state.kind === "uploading" || state.kind === "processing")
      .map(({ id, totalRecords, processedRecords }) => ({
        id,
        unread: totalRecords.reported && totalRecords.value > 0 ? Math.max(0, totalRecords.value - (valueOf(processedRecords) ?? 0)) : undefined,
      })),
    rejectedShare: taken === 0 ? 0 : records.rejected / taken,
    hours: calendar.hours,
    dates: calendar.dates,
    maxConcurrentCalls: valueOf(campaign.maxConcurrentCalls),
    averageCallSeconds: valueOf(figures.averageDurationSeconds.shown),
  };
}

function partOf({ segments }: Progress, part: Progress["segments"][number]["part"]): number {
  return segments.reduce((sum, segment) => sum + (segment.part === part ? segment.count : 0), 0);
}

/** Contacts that wait for a call where it is not told who will be called again; nothing while that is still being read. */
function pendingOf({ progress, observation, listing }: Snapshot): number | undefined {
  if (observation.leads !== undefined) return observation.leads.pending;
  if (!progress.total.reported || progress.measure === "first_calls_sent" || listing?.complete === false) return undefined;
  return progress.segments.reduce((sum, { state, count }) => sum + (state === "waiting" ? count : 0), 0);
}

/** Told where the list tells each contact's last result, and the rules who is called again. */
function retryOutlook({ campaign, table, progress, listing }: Snapshot, { reports }: CampaignSource, readAt: Instant): RetryOutlook | undefined {
  const most = table?.rules.maxRetries;
  const whole = listing === undefined || listing.complete;
  if (table === undefined || most === undefined || !whole || progress.source !== "list") return undefined;
  const restHours = new Map(unsuccessful.map((outcome) => [outcome, restHoursAfter(campaign, outcome)]));
  const contacts = contactOutlook(table, { most, readAt, restHours, rowsAreContacts: reports.rowsAre === "contacts" });
  const tellTimes = reports.callTimes && !contacts.isInPlace;
  return { most, ...contacts.told, rests: restsOf(table, restHours), ...(tellTimes ? newestOf(table) : untold) };
}

const unsuccessful: readonly Outcome[] = ["voicemail", "no_answer", "busy", "failed", "unknown", "in_progress"];
const untold = { newest: undefined, firstCallsUntil: undefined };

/** Rests by how often calls end so; all alike where none ended so yet. */
function restsOf({ tally, rules }: CallTable, restHours: ReadonlyMap<Outcome, number>): RetryOutlook["rests"] {
  const calls = new Map<number, number>();
  let all = 0;
  for (const [outcome, hours] of restHours) {
    if (outcome === "in_progress" || (outcome === "voicemail" && rules.voicemailIsFinal)) continue;
    const count = tally.rowOutcomes[outcome] + tiny;
    calls.set(hours, (calls.get(hours) ?? 0) + count);
    all += count;
  }
  return [...calls].map(([hours, count]) => ({ hours, share: count / all }));
}

/** So that shares are told before the first call ended. */
const tiny = 1e-6;

function newestOf({ columns, newestCreatedAt }: CallTable): Pick<RetryOutlook, "newest" | "firstCallsUntil"> {
  if (newestCreatedAt === undefined) return untold;
  const newest = { first: 0, again: 0 };
  let firstCallsUntil = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < columns.rows; row++) {
    const createdAt = columns.createdAt[row] ?? Number.NaN;
    const isFirst = columns.retries[row] === 0;
    if (isFirst && createdAt > firstCallsUntil) firstCallsUntil = createdAt;
    if (createdAt < newestCreatedAt - newestMilliseconds || Number.isNaN(createdAt)) continue;
    if (isFirst) newest.first++;
    else newest.again++;
  }
  return { newest, firstCallsUntil: firstCallsUntil === Number.NEGATIVE_INFINITY ? undefined : firstCallsUntil };
}
