import { memo, useMemo } from "react";
import type { CampaignAnswer, Charts } from "#service/api.ts";
import { useNow } from "../../client/clock.ts";
import { useView } from "../../client/address.ts";
import { useHistory } from "../../client/history.ts";
import { Section } from "../../ui/section.tsx";
import { AnswerRate } from "./answer-rate.tsx";
import { CallsOverTime } from "./calls-over-time.tsx";
import { DimensionTable } from "./dimension-table.tsx";
import { KeyFigures } from "./key-figures.tsx";
import { PaceBlocks } from "./pace-blocks.tsx";
import { shownPace } from "./pace-words.ts";
import { OutcomesTable } from "./outcomes-table.tsx";
import { readSoFar } from "./read-so-far.ts";
import { RetriesTable } from "./retries-table.tsx";
import { shownCharts } from "./shown-charts.ts";
import { callsToday, sparksOf } from "./spark-series.ts";
import { useCallsFilter } from "./use-calls-filter.ts";

const none: readonly never[] = [];

type StatisticsProps = { connection: string; campaign: string; answer: CampaignAnswer };

/** Key figures and charts of one campaign. Loaded apart from the page: it brings the chart library along. */
export const StatisticsPanel = memo(function StatisticsPanel({ connection, campaign, answer }: StatisticsProps) {
  const now = useNow(60_000);
  const [view] = useView();
  const { figures, charts } = answer;
  const shown = shownCharts(answer, view.group);
  const time = charts.reported && charts.value.time.reported ? charts.value.time.value : undefined;
  const history = useHistory(connection, campaign);
  const sparks = useMemo(() => sparksOf(time?.days, history, now), [time?.days, history, now]);
  const pace = useMemo(() => history && shownPace(history), [history]);
  if (answer.calls.reported && answer.calls.value.reading !== undefined && answer.calls.value.reading.total === undefined) {
    return (
      <Section title="Statistics" id="statistics">
        <p className="text-ink-2">They are counted from the {answer.reports.rowsAre}, none of which has been read yet.</p>
      </Section>
    );
  }
  return (
    <Section title="Statistics" id="statistics" className="@container/stats">
      <KeyFigures
        figures={figures}
        providerName={answer.connection.provider.name}
        today={time && callsToday(time.days, now)}
        readSoFar={readSoFar(answer)}
        callsCounted={answer.reports.rowsAre === "contacts"}
        sparks={sparks}
        pace={pace}
      />
      <div className="pt-8">
        {shown.charts === undefined ? (
          <>
            <p className="max-w-prose text-ink-2">{shown.why}</p>
            <PaceBlocks {...{ connection, campaign, answer, now }} />
          </>
        ) : <ChartBlocks {...{ connection, campaign, answer }} {...shown} />}
      </div>
    </Section>
  );
});

type BlocksProps = StatisticsProps & { charts: Charts; rows: number; source: string; byNumber: boolean };

function ChartBlocks({ connection, campaign, answer, charts, rows, source, byNumber }: BlocksProps) {
  const [view] = useView();
  const { toggleOutcome, toggleRetries, toggleRetriesOfNumbers, toggleWord, pickSlot } = useCallsFilter();
  const now = useNow(60_000);
  const provider = answer.connection.provider;
  const { reports, dimensions } = answer;
  // Without retries of their own, calls tell them only together with the others of their number.
  const retriesOfNumbers = !reports.retries && reports.numbers && reports.rowsAre === "calls";
  return (
    <>
      {charts.time.reported ? (
        <CallsOverTime {...{ connection, campaign, answer }} time={charts.time.value} />
      ) : (
        <p className="text-ink-2">
          {reports.callTimes
            ? "Calls over time are not drawn: none of the listed calls has a creation time."
            : `Calls over time and the answer rate by hour are not drawn: ${provider.name} does not report when calls were created.`}
        </p>
      )}
      <PaceBlocks {...{ connection, campaign, answer, now }} />
      <div className="mt-8 grid grid-cols-[minmax(0,1fr)_minmax(0,0.82fr)_minmax(0,1.18fr)] gap-x-14 gap-y-10 border-t border-line pt-8 @max-[1080px]/stats:grid-cols-2 @max-[1080px]/stats:gap-x-8 @max-[600px]/stats:grid-cols-1">
        <OutcomesTable
          counts={byNumber ? charts.outcomesByNumber : charts.outcomesByCall}
          of={byNumber ? "numbers" : reports.rowsAre}
          source={source}
          inProgressReported={reports.inProgress}
          chosen={view.outcome}
          onToggle={toggleOutcome}
        />
        {(reports.retries || retriesOfNumbers) && (
          <RetriesTable
            rows={charts.retries}
            maxRetries={answer.campaign.retryRules.maxRetries}
            source={source}
            chosen={retriesOfNumbers && !byNumber ? none : view.retries}
            onToggle={retriesOfNumbers ? toggleRetriesOfNumbers : toggleRetries}
          />
        )}
        {inDeclaredOrder(dimensions, charts.dimensions).map(({ title, counts }) => (
          <DimensionTable
            key={counts.id}
            title={title}
            counts={counts}
            calls={rows}
            noun={reports.rowsAre}
            source={source}
            chosen={view.by[counts.id] ?? none}
            onToggle={toggleWord}
          />
        ))}
        {reports.callTimes && (
          <AnswerRate
            rate={charts.answerRate}
            provider={provider.name}
            zone={charts.time.reported ? charts.time.value.zone : "UTC"}
            now={now}
            slot={view.slot}
            onPick={pickSlot}
            // Beside other tables the map could come to stand in the narrowest column.
            className={charts.dimensions.length > 0 ? "col-span-full" : "@max-[1080px]/stats:col-span-full"}
          />
        )}
      </div>
    </>
  );
}

function inDeclaredOrder(dimensions: CampaignAnswer["dimensions"], counted: Charts["dimensions"]) {
  return dimensions.flatMap(({ id, title }) => counted.filter((counts) => counts.id === id).map((counts) => ({ title, counts })));
}
