import { memo, type ReactNode } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { Status } from "#campaign/status.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { useView } from "../../client/address.ts";
import { useHistory, useKeepsHistory } from "../../client/history.ts";
import { formatCalendarDate, formatClock, formatCount, formatDay } from "../../ui/format.ts";
import { wordMoment } from "../../ui/fact-words.ts";
import { Source } from "../../ui/source.tsx";
import { shownZone } from "../../ui/zone.ts";
import { BarCell } from "./bar-cell.tsx";
import { barWidth } from "./bar-width.ts";
import { Block } from "./block.tsx";
import { type PaceLine, paceLines, type Rate, type TodayCompared, todayCompared } from "./pace-model.ts";
import { rateSource } from "./pace-words.ts";

type PaceProps = { connection: string; campaign: string; answer: CampaignAnswer; now: Instant };

const ended: Status["kind"][] = ["completed", "cancelled"];
const noTime = { reported: false } as const;

/** How fast it goes now, today and in each window; and today against the days before. Nothing where neither is known. */
export function PaceBlocks({ connection, campaign, answer, now }: PaceProps) {
  const history = useHistory(connection, campaign);
  const kept = useKeepsHistory() === true;
  const [view] = useView();
  const hours = answer.hours.reported ? answer.hours.value : undefined;
  const time = answer.charts.reported ? answer.charts.value.time : noTime;
  const daysZone = time.reported ? time.value.zone : hours?.timeZone;
  const zone = shownZone(view.zone, daysZone);
  const compared = todayCompared(time, history, now);
  const lines = history && paceLines(history, hours, now);
  // Of what has ended nothing more will be observed, and mostly nothing was: no room is kept for it.
  const isPace = kept && ((lines !== undefined && lines.length > 0) || !ended.includes(answer.campaign.status.kind));
  if (compared === undefined && !isPace) return null;
  return (
    <div className="mt-8 flex flex-wrap gap-x-14 gap-y-10 border-t border-line pt-8">
      {isPace && (
        <Block title="Pace" note={history?.since === undefined ? undefined : `as observed since ${wordMoment(history.since, now, zone)}`} className="flex-1 basis-72">
          {/* The room of one line, so that little moves once it is there. */}
          {lines === undefined ? <div className="h-5" /> : <PaceTable lines={lines} zone={zone} />}
        </Block>
      )}
      {compared !== undefined && <Comparison compared={compared} zone={zone} daysZone={shownZone("campaign", daysZone)} />}
    </div>
  );
}

const row = "h-[29px] border-t border-line first:border-t-0";
const cell = "w-px pl-3.5 text-right whitespace-nowrap";

function PaceTable({ lines, zone }: { lines: PaceLine[]; zone: string }) {
  if (lines.length === 0) return <p className="max-w-prose text-ink-2">Told once ten minutes of calling hours and twenty changes were observed.</p>;
  const [calls, contacts] = [lines.some((line) => line.calls !== undefined), lines.some((line) => line.contacts !== undefined)];
  return (
    <table className="w-full tabular-nums">
      <thead className="text-note text-ink-3">
        <tr>
          <th scope="col" className="text-left font-normal">
            Over
          </th>
          {calls && (
            <th scope="col" className={`${cell} font-normal`}>
              Calls/h
            </th>
          )}
          {contacts && (
            <th scope="col" className={`${cell} font-normal`}>
              Contacts/h
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.kind === "window" ? line.start : line.kind} className={row}>
            <th scope="row" className="text-left font-normal">
              {lineName(line, zone)}
            </th>
            {calls && <RateCell rate={line.calls} of="calls" />}
            {contacts && <RateCell rate={line.contacts} of="contacts" />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function lineName(line: PaceLine, zone: string): string {
  if (line.kind === "window") return `Window ${formatClock(line.start, zone)}–${formatClock(line.end, zone)}`;
  return line.kind === "now" ? "The last 60\u202fmin" : "Today";
}

function RateCell({ rate, of }: { rate: Rate | undefined; of: "calls" | "contacts" }): ReactNode {
  return <td className={`${cell} font-medium`}>{rate === undefined ? "–" : <Source text={rateSource(rate, of)}>{formatCount(rate.perHour)}</Source>}</td>;
}

/** Today and the calling days before it, over the same hours. */
const Comparison = memo(function Comparison({ compared, zone, daysZone }: { compared: TodayCompared; zone: string; daysZone: string }) {
  const { measure, days, until, from } = compared;
  const most = Math.max(1, ...days.map(({ count }) => count));
  const noun = measure === "calls" ? "calls" : "contacts done";
  const source = from === "call times" ? `counted from the listed calls, by creation time, in calling hours` : "as Callboard observed";
  return (
    <Block
      title="Today so far"
      note={
        <>
          <Source text={source}>{noun}</Source> {until === undefined ? "to this time" : `until ${formatClock(until, zone)}`}, against the same hours before
        </>
      }
      className="flex-1 basis-72"
    >
      <table className="w-full tabular-nums">
        <thead className="sr-only">
          <tr>
            <th scope="col">Day</th>
            <th scope="col">{noun}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ start, date, count, today }) => (
            <tr key={date} className={row}>
              <th scope="row" className={`w-px pr-3.5 text-left whitespace-nowrap ${today ? "font-strong" : "font-normal"}`}>
                {today ? "Today" : start === undefined ? formatCalendarDate(date).replace(/ \d{4}$/, "") : formatDay(start, daysZone)}
              </th>
              <BarCell width={barWidth(count / most)} text={formatCount(count)} longest={formatCount(most).length} className={today ? "bg-ink" : "bg-control"} />
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  );
});
