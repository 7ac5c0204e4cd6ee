import { useCallback, useMemo, useState } from "react";
import type { CampaignAnswer, Charts } from "#service/api.ts";
import { useNow } from "../../client/clock.ts";
import { useView } from "../../client/address.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import { useSame } from "../../client/use-same.ts";
import { shownZone } from "../../ui/zone.ts";
import { Block } from "./block.tsx";
import { OutcomeLegend } from "./outcome-legend.tsx";
import { RangeControl } from "./range-control.tsx";
import { TimeChart } from "./time-chart.tsx";
import { byDay, type Column, latestDay, timeModel } from "./time-model.ts";
import { TimeTable } from "./time-table.tsx";
import { columnName, dayName, leftOutWords, zonesOf, zoneWords } from "./time-words.ts";
import { useCallsFilter } from "./use-calls-filter.ts";
import { useEventMarks } from "./use-event-marks.ts";
import { useWidth } from "./use-width.ts";

type Time = Extract<Charts["time"], { reported: true }>["value"];
type CallsProps = { connection: string; campaign: string; answer: CampaignAnswer; time: Time };

/** The page between its gutters at 641 px; narrower, only one day is drawn. */
const wide = { height: 276, from: 584 };
const narrowHeight = 220;
/** Thinner hours cannot be told apart or pointed at: days are drawn instead. */
const thinnestPitch = 5;
/** Every calling hour begins on a quarter of an hour, whatever the zone: bars need no finer clock. */
const quarterMilliseconds = 900_000;

/** Calls by creation time and outcome: today's hours, or all days; with what was observed to change. */
export function CallsOverTime({ connection, campaign, answer, time }: CallsProps) {
  const { inProgress: inProgressReported } = answer.reports;
  const marks = useEventMarks(connection, campaign, answer, time.zone);
  const [view, setView] = useView();
  const quarter = Math.floor(useNow(60_000) / quarterMilliseconds) * quarterMilliseconds;
  const [asTable, setAsTable] = useState(false);
  const [frame, width] = useWidth();
  const narrow = width > 0 && width < wide.from;
  const oneDay = narrow || view.range === "today" || time.days.length === 1;
  const latest = latestDay(time.days, quarter);

  const model = useMemo(() => {
    const days = oneDay ? time.days.filter((day) => day === latest) : time.days;
    const byHours = timeModel(days, quarter);
    return byHours.slots * thinnestPitch > width && !oneDay ? byDay(days, quarter) : byHours;
  }, [time.days, oneDay, latest, quarter, width]);
  const zones = useMemo(
    () => zonesOf(shownZone("campaign", time.zone), shownZone(view.zone, time.zone), quarter),
    [time.zone, view.zone, quarter],
  );
  const { toggleOutcome } = useCallsFilter();
  const outcomes = useSame(model.outcomes);
  const { since, until } = view;
  const pick = useCallback(
    ({ start, end }: Column) =>
      setView(start === since && end === until ? { since: undefined, until: undefined } : { since: start, until: end }),
    [since, until, setView],
  );
  if (!latest) return null;

  const selected = model.columns.find(({ start, end }) => start === since && end === until);
  const title = model.unit === "hour" ? "Calls per hour" : "Calls per day";
  const label = `${title}, ${spanWords(oneDay, model.groups.length)}, stacked by outcome`;
  const latestName = model.groups.at(-1)?.today ? "Today" : dayName(latest.start, zones);
  const leftOut = leftOutWords(time.earlierCalls, time.undatedCalls);
  const shared = { model, zones, inProgressReported, selected, onPick: pick };
  return (
    <Block
      title={title}
      note={oneDay ? `${latestName}, ${zoneWords(zones, quarter)}` : zoneWords(zones, quarter)}
      aside={
        <>
          <Button kind="ghost" size="small" onClick={() => setAsTable(!asTable)}>
            {asTable ? "Show as chart" : "Show as table"}
          </Button>
          {!narrow && time.days.length > 1 && (
            <RangeControl
              options={[
                { value: "today", label: model.groups.at(-1)?.today ? "Today" : "Latest day" },
                { value: "days", label: `All ${formatCount(time.days.length)} days` },
              ]}
              chosen={view.range}
              onChoose={(range) => setView({ range })}
            />
          )}
        </>
      }
    >
      <div ref={frame} style={{ minHeight: narrow ? narrowHeight : wide.height }}>
        {asTable && <TimeTable {...shared} label={label} />}
        {!asTable && width > 0 && (
          <TimeChart
            key={model.unit + String(oneDay)}
            {...shared}
            marks={marks}
            width={width}
            height={narrow ? narrowHeight : wide.height}
            label={`${label}. Arrow keys move between bars, Enter lists their calls.`}
          />
        )}
      </div>
      <OutcomeLegend
        outcomes={outcomes}
        chosen={view.outcome}
        inProgressReported={inProgressReported}
        closedHours={model.columns.some(({ kind }) => kind === "closed")}
        onToggle={toggleOutcome}
      />
      {selected && (
        <p className="mt-1 text-note text-ink-2">
          Calls shows only {selected.kind === "closed" ? dayName(selected.dayStart, zones) : columnName(selected, zones)}.
        </p>
      )}
      {leftOut !== undefined && <p className="mt-1 text-note text-ink-3">{leftOut}</p>}
    </Block>
  );
}

function spanWords(oneDay: boolean, days: number): string {
  return oneDay ? "one day" : `${formatCount(days)} days`;
}
