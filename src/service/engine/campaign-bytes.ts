import type { Instant } from "#campaign/campaign.ts";
import type { CampaignSource } from "#providers/provider.ts";
import type { Projection } from "../access/projection.ts";
import type { Charts, ConnectionInfo, UpstreamProblem } from "../api.ts";
import type { Calendar } from "./calendar.ts";
import { aggregate } from "./calls/aggregate.ts";
import { campaignAnswer, withoutAnalyses } from "./campaign-answer.ts";
import { digestOf } from "./digest.ts";
import type { Snapshot } from "./snapshot.ts";

/** The sentence, the hours and stuck files follow the clock; a second is soon enough. */
const sameForMilliseconds = 1_000;

/** Why the campaign, or its paged call history, cannot be read now. */
export type Problems = { header: UpstreamProblem | undefined; history: UpstreamProblem | undefined };

/** The campaign answer as bytes, worked out and serialised again only when something in it changed. */
export class CampaignBytes {
  readonly #info: ConnectionInfo;
  readonly #source: CampaignSource;
  #charts: { of: Snapshot; day: string | undefined; value: Charts | undefined } | undefined;
  /** The last answer of each form. It is an object of its own: it crosses to another thread, and the snapshot must not go with it. */
  readonly #last = new Map<boolean, { of: Snapshot; problem: string; at: Instant; answer: { bytes: Uint8Array<ArrayBuffer>; etag: string } }>();

  constructor(info: ConnectionInfo, source: CampaignSource) {
    this.#info = info;
    this.#source = source;
  }

  /** It holds no number of anybody called, so that of a projection only recordings make a difference. */
  at(snapshot: Snapshot, calendar: Calendar, { recordings }: Projection, problems: Problems, now: Instant): { bytes: Uint8Array<ArrayBuffer>; etag: string } {
    const problemText = JSON.stringify(problems);
    const last = this.#last.get(recordings);
    if (last?.of === snapshot && last.problem === problemText && Math.abs(now - last.at) < sameForMilliseconds) return last.answer;
    const whole = campaignAnswer({
      connection: this.#info,
      source: this.#source,
      snapshot,
      calendar,
      charts: this.#chartsOf(snapshot, calendar, now),
      problems,
      now,
    });
    const answer = recordings ? whole : withoutAnalyses(whole);
    const bytes = new TextEncoder().encode(JSON.stringify(answer));
    const made = { bytes, etag: `"${digestOf(bytes)}"` };
    this.#last.set(recordings, { of: snapshot, problem: problemText, at: now, answer: made });
    return made;
  }

  #chartsOf(snapshot: Snapshot, calendar: Calendar, now: Instant): Charts | undefined {
    if (snapshot.table === undefined) return undefined;
    const day = calendar.at(now)?.today;
    if (this.#charts?.of !== snapshot || this.#charts.day !== day) {
      this.#charts = { of: snapshot, day, value: aggregate(snapshot.table, calendar.hours, calendar.dates, now) };
    }
    return this.#charts.value;
  }
}
