import { lazy, memo, Suspense } from "react";
import type { Outcome } from "#campaign/outcome.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { useView } from "../../client/address.ts";
import { PanelBoundary } from "../../ui/error-boundary.tsx";
import { Section } from "../../ui/section.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { OutcomesTable } from "./outcomes-table.tsx";
import { shownCharts } from "./shown-charts.ts";

// It brings the chart library along: the table is there before it.
const CallsOverTime = lazy(async () => ({ default: (await import("./calls-over-time.tsx")).CallsOverTime }));

type OverviewProps = { connection: string; campaign: string; answer: CampaignAnswer; onOutcome: (outcome: Outcome) => void };

/** Outcomes and the calls of the day: what of the statistics fits where there is little room. */
export const OverviewPanel = memo(function OverviewPanel({ connection, campaign, answer, onOutcome }: OverviewProps) {
  const [view] = useView();
  const { reports } = answer;
  const shown = shownCharts(answer, view.group);
  if (shown.charts === undefined) return <p className="text-ink-2">{shown.why}</p>;
  const { byNumber, source } = shown;
  const { outcomesByNumber, outcomesByCall, time } = shown.charts;
  return (
    <Section title="Overview" id="overview">
      <OutcomesTable
        counts={byNumber ? outcomesByNumber : outcomesByCall}
        of={byNumber ? "numbers" : reports.rowsAre}
        source={source}
        inProgressReported={reports.inProgress}
        chosen={view.outcome}
        onToggle={onOutcome}
      />
      {time.reported && (
        <div className="mt-6">
          <PanelBoundary name="Calls over time">
            <Suspense fallback={<Skeleton className="h-[220px] w-full" />}>
              <CallsOverTime {...{ connection, campaign, answer }} time={time.value} />
            </Suspense>
          </PanelBoundary>
        </div>
      )}
    </Section>
  );
});
