import { lazy, memo, Suspense } from "react";
import type { Outcome } from "#campaign/outcome.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { useView } from "../../client/address.ts";
import { PanelBoundary } from "../../ui/error-boundary.tsx";
import { Section } from "../../ui/section.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { countedFromList } from "./figure-words.ts";
import { totalOf } from "./outcome-order.ts";
import { OutcomesTable } from "./outcomes-table.tsx";

// It brings the chart library along: the table is there before it.
const CallsOverTime = lazy(async () => ({ default: (await import("./calls-over-time.tsx")).CallsOverTime }));

type OverviewProps = { answer: CampaignAnswer; onOutcome: (outcome: Outcome) => void };

/** Outcomes and the calls of the day: what of the statistics fits where there is little room. */
export const OverviewPanel = memo(function OverviewPanel({ answer, onOutcome }: OverviewProps) {
  const [view] = useView();
  const { charts, reports, connection, calls } = answer;
  if (!charts.reported) {
    return <p className="text-ink-2">{connection.provider.name} gives no list of calls, so there are no charts of this campaign.</p>;
  }
  const { outcomesByNumber, outcomesByCall, time } = charts.value;
  const rows = totalOf(outcomesByCall);
  const reading = calls.reported ? calls.value.reading : undefined;
  if (rows === 0) {
    return <p className="text-ink-2">{reading?.complete === false ? "The charts appear once the first calls have been read." : "No calls yet. The charts appear with the first call."}</p>;
  }
  const byNumber = reports.numbers && reports.rowsAre === "calls" && view.group === "number";
  return (
    <Section title="Overview" id="overview">
      <OutcomesTable
        counts={byNumber ? outcomesByNumber : outcomesByCall}
        of={byNumber ? "numbers" : reports.rowsAre}
        source={countedFromList(rows, reports.rowsAre, reading?.complete === false ? reading.total : undefined)}
        inProgressReported={reports.inProgress}
        chosen={view.outcome}
        onToggle={onOutcome}
      />
      {time.reported && (
        <div className="mt-6">
          <PanelBoundary name="Calls over time">
            <Suspense fallback={<Skeleton className="h-[220px] w-full" />}>
              <CallsOverTime time={time.value} inProgressReported={reports.inProgress} />
            </Suspense>
          </PanelBoundary>
        </div>
      )}
    </Section>
  );
});
