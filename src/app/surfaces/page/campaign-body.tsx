import { lazy, memo, Suspense } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { useNow } from "../../client/clock.ts";
import { useSettings } from "../../client/use-settings.ts";
import { Summary } from "../../features/header/summary.tsx";
import { PanelBoundary } from "../../ui/error-boundary.tsx";
import { wholeMinute } from "../../ui/format.ts";
import { wordNotReported } from "../../ui/not-reported-words.ts";
import { hasStatistics, notReportedOf } from "./not-reported.ts";
import { PanelSkeleton } from "./page-skeleton.tsx";

// The header is readable before what stands below it; charts and table bring their libraries along.
const progress = import("../../features/progress/progress-panel.tsx");
const ProgressPanel = lazy(async () => ({ default: (await progress).ProgressPanel }));
const Notices = lazy(async () => ({ default: (await import("../../features/header/notices.tsx")).Notices }));
const FilesPanel = lazy(async () => ({ default: (await import("../../features/files/files-panel.tsx")).FilesPanel }));
const StatisticsPanel = lazy(async () => ({ default: (await import("../../features/charts/statistics-panel.tsx")).StatisticsPanel }));
const ConfigurationPanel = lazy(async () => ({
  default: (await import("../../features/configuration/configuration-panel.tsx")).ConfigurationPanel,
}));
const ActivityPanel = lazy(async () => ({ default: (await import("../../features/activity/activity-panel.tsx")).ActivityPanel }));
const CallsPanel = lazy(async () => ({ default: (await import("../../features/calls/calls-panel.tsx")).CallsPanel }));

type CampaignBodyProps = {
  connection: string;
  campaign: string;
  answer: CampaignAnswer;
  zone: string;
  /** Given once the data is too old to speak in the present: when it was read. */
  pastSince: Instant | undefined;
};

/** The panels in their order, each behind a boundary of its own; drawn when the data changes, not every second. */
export const CampaignBody = memo(function CampaignBody({ connection, campaign, answer, zone, pastSince }: CampaignBodyProps) {
  const now = useNow(10_000);
  const settings = useSettings(answer);
  const missing = wordNotReported(notReportedOf(answer), answer.connection.provider.name);
  return (
    <main className={`wrap @container ${pastSince === undefined ? "" : "aged"}`}>
      <PanelBoundary name="Summary">
        <Summary
          campaign={campaign}
          answer={answer}
          settings={settings}
          now={now}
          zone={zone}
          pastSince={pastSince}
          onShowFiles={() => document.getElementById("files")?.scrollIntoView()}
        />
      </PanelBoundary>
      {answer.notices.length > 0 && (
        <div className="pb-6">
          <Suspense fallback={<div className="h-10" />}>
            <Notices notices={answer.notices} connection={answer.connection} reports={answer.reports} />
          </Suspense>
        </div>
      )}
      <PanelBoundary name="Progress">
        <Suspense fallback={<PanelSkeleton title="Progress" className="h-[230px] max-phone:h-[480px]" />}>
          <ProgressPanel campaign={campaign} answer={answer} now={now} zone={zone} past={pastSince !== undefined} />
        </Suspense>
      </PanelBoundary>
      {answer.files.reported && (
        <PanelBoundary name="Files">
          <Suspense fallback={<PanelSkeleton title="Files" className="h-[180px]" />}>
            <FilesPanel files={answer.files} connection={answer.connection} campaign={campaign} now={now} />
          </Suspense>
        </PanelBoundary>
      )}
      {hasStatistics(answer) && (
        <div className="border-t border-line py-8">
          <PanelBoundary name="Statistics">
            <Suspense fallback={<PanelSkeleton title="Statistics" className="h-[900px]" />}>
              <StatisticsPanel connection={connection} campaign={campaign} answer={answer} />
            </Suspense>
          </PanelBoundary>
        </div>
      )}
      <PanelBoundary name="Activity">
        <Suspense fallback={<PanelSkeleton title="Activity" className="h-[180px]" />}>
          <ActivityPanel
            {...{ connection, campaign, zone }}
            files={answer.files}
            reports={answer.reports}
            providerName={answer.connection.provider.name}
            now={wholeMinute(now)}
          />
        </Suspense>
      </PanelBoundary>
      <PanelBoundary name="Configuration">
        <Suspense fallback={<PanelSkeleton title="Configuration" className="h-[240px]" />}>
          <ConfigurationPanel campaign={settings} hours={answer.hours} connection={answer.connection} now={wholeMinute(now)} zone={zone} />
        </Suspense>
      </PanelBoundary>
      {answer.reports.calls && (
        <div className="pt-10 pb-8">
          <PanelBoundary name="Calls">
            <Suspense fallback={<PanelSkeleton title="Calls" className="h-[720px]" />}>
              <CallsPanel connection={connection} campaign={campaign} answer={answer} />
            </Suspense>
          </PanelBoundary>
        </div>
      )}
      {missing !== undefined && <p className={`pb-8 text-ink-3 ${answer.reports.calls ? "" : "pt-6"}`}>{missing}</p>}
    </main>
  );
});
