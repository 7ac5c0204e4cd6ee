import type { CallingHours } from "#campaign/calling-hours.ts";
import type { Instant } from "#campaign/campaign.ts";
import { zoneClock } from "#campaign/zone-clock.ts";
import type { CampaignSpec, SimulatedCall, SimulatedCampaign } from "#providers/simulation.ts";
import { zonesAt } from "./anchor.ts";
import { createCallList } from "./call-list.ts";
import { fileAt, recordsTaken } from "./contact-files.ts";
import { dialTimes } from "./dial-times.ts";
import { createDialler } from "./dialler.ts";
import { seedOf } from "./random.ts";
import { statisticsOf } from "./statistics.ts";

/** A campaign of the world; `Row` is a call as the provider writes it. */
export type PlayedCampaign<Row> = { at(now: Instant): { campaign: SimulatedCampaign; rows: Row[] } };

const minuteMilliseconds = 60_000;

/**
 * Plays one campaign. What it answers depends on the spec, the seed, the anchor and `now`
 * alone; rows that did not change between two answers are the same objects.
 */
export function playCampaign<Row>(
  spec: CampaignSpec,
  world: { seed: number; anchor: Instant },
  writeCall: (call: SimulatedCall) => Row,
): PlayedCampaign<Row> {
  const { anchor } = world;
  const seed = seedOf(world.seed, spec.id);
  const { here, away } = zonesAt(anchor);
  const timeZone = spec.zone === "here" ? here : spec.zone === "away" ? away : spec.zone;
  const clock = zoneClock(timeZone);
  const startDay = clock.local(anchor).dayNumber - spec.startedDaysAgo;
  const dates = {
    startDate: clock.date(startDay),
    endDate: spec.endsInDays === undefined ? undefined : clock.date(startDay + spec.startedDaysAgo + spec.endsInDays),
  };
  const stoppedAt =
    spec.stoppedMinutesBeforeAnchor === undefined ? Infinity : anchor - spec.stoppedMinutesBeforeAnchor * minuteMilliseconds;
  // Made up some time before the first day, or before the anchor when that is still to come.
  const createdAt = Math.min(clock.instantOf(startDay, 0), anchor) - 7 * 3_600_000 - (seed % 3_600_000);
  const hours: CallingHours = {
    timeZone,
    windows: spec.days.flatMap((weekday) => spec.ranges.map((range) => ({ weekday, ...range }))),
  };
  const contactsBy = (now: Instant): number => spec.contactsByApi + recordsTaken(spec.files, anchor, now);
  const dialler = createDialler({
    ...spec,
    seed,
    stoppedAt,
    times: dialTimes({ ...spec, seed, hours, dates, anchor }),
    contactsBy,
  });
  const list = createCallList({ spec, seed, stoppedAt, writeCall });

  return {
    at(now) {
      const calls = list.at(dialler.attemptsBy(now), now);
      const { attemptsByDepth, contactsDone } = calls;
      const campaign: SimulatedCampaign = {
        ...spec,
        ...dates,
        timeZone,
        contactFiles: spec.files.map((file) => ({ name: file.name, ...fileAt(file, anchor, now) })),
        contacts: contactsBy(now),
        // Each contact has one first attempt.
        contactsCalled: attemptsByDepth[0] ?? 0,
        contactsDone,
        attemptsByDepth,
        statistics: statisticsOf(spec, calls),
        createdAt,
        updatedAt: calls.changedAt ?? createdAt,
      };
      return { campaign, rows: calls.rows };
    },
  };
}
