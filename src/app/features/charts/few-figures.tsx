import { memo } from "react";
import type { CampaignAnswer, Figure } from "#service/api.ts";
import { formatCount, formatDuration, formatPercent } from "../../ui/format.ts";
import { Source } from "../../ui/source.tsx";
import { WithUnits } from "./with-units.tsx";

/** Up to four figures in a line, those that there are; each with its source. */
export const FewFigures = memo(function FewFigures({ answer }: { answer: CampaignAnswer }) {
  const { figures, charts, reports } = answer;
  const shown = [
    ...known("Calls", figures.totalCalls, formatCount),
    ...known("Success", figures.successRatePercent, formatPercent),
    ...known("Average", figures.averageDurationSeconds, formatDuration),
    ...(charts.reported && reports.inProgress
      ? [{ name: "In progress", text: formatCount(charts.value.outcomesByCall.in_progress), source: `counted from the listed ${reports.rowsAre}` }]
      : []),
  ];
  if (shown.length === 0) return null;
  return (
    <dl className="flex flex-wrap justify-between gap-x-5 gap-y-1.5 @max-[340px]:grid @max-[340px]:grid-cols-2">
      {shown.map(({ name, text, source }) => (
        <div key={name}>
          <dt className="text-note text-ink-3">{name}</dt>
          <dd className="text-[1.1875rem] leading-6 font-figure tracking-[-0.02em] whitespace-nowrap tabular-nums">
            <Source text={source}>
              <WithUnits text={text} />
            </Source>
          </dd>
        </div>
      ))}
    </dl>
  );
});

function known(name: string, { shown }: Figure, format: (value: number) => string): { name: string; text: string; source: string }[] {
  return shown.reported ? [{ name, text: format(shown.value), source: shown.source }] : [];
}
