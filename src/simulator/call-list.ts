import type { Instant } from "#campaign/campaign.ts";
import type { CampaignSpec, Phase, SimulatedCall } from "#providers/simulation.ts";
import { phaseAt } from "./call-course.ts";
import type { Attempt } from "./dialler.ts";
import { phoneNumber } from "./phone-numbers.ts";
import { scramble } from "./random.ts";

export type CallCounts = {
  rows: { length: number };
  counts: Record<Phase, number>;
  /** Of completed calls. */
  talkSeconds: number;
  /** Attempts that were dialled, first ones at 0. */
  attemptsByDepth: number[];
  /** Contacts that nobody calls again. */
  contactsDone: number;
};

export type Calls<Row> = CallCounts & { rows: Row[]; changedAt: Instant | undefined };

/** The call list of a campaign as it stands at an instant. */
export type CallList<Row> = { at(attempts: readonly Attempt[], now: Instant): Calls<Row> };

function noCalls(): Record<Phase, number> {
  const underWay = { queued: 0, initiated: 0, ringing: 0, answered: 0 };
  return { ...underWay, completed: 0, voicemail: 0, failed: 0, "no-answer": 0, busy: 0 };
}

/**
 * Keeps the written rows and re-writes only those whose call moved on: what a look costs
 * is the calls under way, not the length of the list. Looking back in time starts over.
 */
export function createCallList<Row>(options: {
  spec: CampaignSpec;
  seed: number;
  stoppedAt: Instant;
  writeCall: (call: SimulatedCall) => Row;
}): CallList<Row> {
  const { spec, seed, stoppedAt, writeCall } = options;
  const inPlace = spec.rowStyle === "row_in_place";
  const rowOf = (attempt: Attempt, index: number): number => (inPlace ? attempt.contact : index);
  let state = emptyState<Row>();

  function show(attempt: Attempt, row: number, phase: Phase): void {
    const before = state.phases[row];
    if (before !== undefined) state.counts[before] -= 1;
    state.counts[phase] += 1;
    state.phases[row] = phase;
    if (phase === "completed") state.talkSeconds += attempt.talkSeconds;
    const ended = phase === attempt.result;
    const ownSeed = scramble(seed ^ scramble(row));
    state.rows[row] = writeCall({
      id: `call_${ownSeed.toString(16).padStart(8, "0")}`,
      to: phoneNumber(spec.numbers, attempt.contact),
      phase,
      word: spec.words[phase] ?? phase,
      retries: attempt.retries,
      createdAt: inPlace ? attempt.contactSince : attempt.createdAt,
      endedAt: ended ? attempt.endedAt : undefined,
      talkSeconds: ended ? attempt.talkSeconds : 0,
      seed: ownSeed,
    });
  }

  function count(attempt: Attempt, before: Phase | undefined, phase: Phase): void {
    const { attemptsByDepth } = state;
    if ((before ?? "queued") === "queued" && phase !== "queued") {
      attemptsByDepth[attempt.retries] = (attemptsByDepth[attempt.retries] ?? 0) + 1;
    }
    if (attempt.isLast && phase === attempt.result) state.contactsDone += 1;
  }

  /** Shows where an attempt is; true while it has not ended. */
  function follow(attempts: readonly Attempt[], index: number, now: Instant): boolean {
    const attempt = attempts[index];
    if (attempt === undefined) return false;
    const row = rowOf(attempt, index);
    const phase = phaseAt(attempt, now, stoppedAt);
    // A new attempt of a contact begins anew, in whatever phase its row stands.
    const before = index < state.taken ? state.phases[row] : undefined;
    if (before !== phase) {
      count(attempt, before, phase);
      show(attempt, row, phase);
    }
    return phase !== attempt.result;
  }

  return {
    at(attempts, now) {
      if (now < state.now) state = emptyState();
      state.now = now;
      state.underWay = state.underWay.filter((index) => follow(attempts, index, now));
      for (;;) {
        const next = attempts[state.taken];
        if (next === undefined || next.createdAt > now) break;
        if (follow(attempts, state.taken, now)) state.underWay.push(state.taken);
        state.taken += 1;
      }
      const { rows, counts, talkSeconds, attemptsByDepth, contactsDone } = state;
      const last = attempts[state.taken - 1];
      const changedAt = last && (last.endedAt <= now ? last.endedAt : last.createdAt);
      return { rows, counts, talkSeconds, attemptsByDepth: [...attemptsByDepth], contactsDone, changedAt };
    },
  };
}

type State<Row> = CallCounts & {
  rows: Row[];
  phases: Phase[];
  /** Attempts shown so far, and those of them that have not ended. */
  taken: number;
  underWay: number[];
  now: Instant;
};

function emptyState<Row>(): State<Row> {
  const counted = { counts: noCalls(), talkSeconds: 0, attemptsByDepth: [], contactsDone: 0 };
  return { ...counted, rows: [], phases: [], taken: 0, underWay: [], now: -Infinity };
}
