import type { CampaignSpec, SimulatedCampaign } from "#providers/simulation.ts";
import type { CallCounts } from "./call-list.ts";

const perMille = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 1_000) / 10);

/** The platform's own statistics, counted from the list unless the campaign states others. */
export function statisticsOf(spec: CampaignSpec, calls: CallCounts): SimulatedCampaign["statistics"] {
  const { counts, talkSeconds } = calls;
  const averageSeconds = counts.completed === 0 ? 0 : Math.round(talkSeconds / counts.completed);
  if (spec.statedStatistics) {
    const { total, completed } = spec.statedStatistics;
    return { ...spec.statedStatistics, ratePercent: perMille(completed, total), averageSeconds: 120 };
  }
  const unsuccessful = counts.failed + counts.busy + counts["no-answer"] + counts.voicemail;
  const failed = spec.failedCounts === "failed" ? counts.failed : unsuccessful;
  const total = calls.rows.length;
  return {
    total,
    completed: counts.completed,
    failed,
    ratePercent: perMille(counts.completed, spec.rateOf === "total" ? total : counts.completed + failed),
    averageSeconds,
  };
}
