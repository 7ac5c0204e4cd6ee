import { lazy, memo, Suspense } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { useNow } from "../../client/clock.ts";
import type { Freshness } from "../../client/freshness.ts";
import { Live } from "../../features/header/live.tsx";
import { SentenceText } from "../../features/header/sentence-text.tsx";
import { StatusBadge } from "../../features/header/status-badge.tsx";
import { Badge } from "../../ui/badge.tsx";
import { PanelBoundary } from "../../ui/error-boundary.tsx";

const brief = import("../../features/progress/progress-brief.tsx");
const ProgressBrief = lazy(async () => ({ default: (await brief).ProgressBrief }));
const FewFigures = lazy(async () => ({ default: (await import("../../features/charts/few-figures.tsx")).FewFigures }));

type SummaryProps = {
  connection: string;
  campaign: string;
  answer: CampaignAnswer;
  freshness: Freshness;
  zone: string;
  pastSince: Instant | undefined;
  retryAt: Instant | undefined;
  onRefresh: () => void;
};

/** Name, status, age, one sentence, how far, four figures; stays in sight beside the panels where the frame is high enough. */
export const EmbedSummary = memo(function EmbedSummary({ connection, campaign, answer, freshness, zone, pastSince, retryAt, onRefresh }: SummaryProps) {
  const now = useNow(10_000);
  const { name, status } = answer.campaign;
  return (
    <div data-column className="min-w-0 self-start top-0 @min-[720px]/frame:[@media(min-height:480px)]:sticky">
      <div className={`@container px-(--gutter) pt-2.5 pb-3 ${pastSince === undefined ? "" : "aged"}`}>
        <section aria-label="Summary">
          <div className="flex flex-wrap items-center gap-x-2.5">
            <h1 className="min-w-0 truncate text-[0.9375rem] leading-6 font-title" title={name}>
              {name}
            </h1>
            <span className="flex grow items-center gap-1.5">
              <StatusBadge status={status} />
              {answer.connection.demo && <Badge tone="neutral">Demo</Badge>}
              <span className="ml-auto flex-none">
                <Live brief {...{ connection, campaign, freshness, retryAt, zone, onRefresh }} providerName={answer.connection.provider.name} />
              </span>
            </span>
          </div>
          <p aria-live="polite" className="mt-0.5 text-pretty text-ink-2">
            <SentenceText {...{ campaign, answer, now, zone, pastSince }} />
          </p>
        </section>
        <div className="mt-2">
          <PanelBoundary name="Progress">
            <Suspense fallback={<div className="h-[54px]" />}>
              <ProgressBrief campaign={campaign} answer={answer} now={now} zone={zone} past={pastSince !== undefined} />
            </Suspense>
          </PanelBoundary>
        </div>
        <div className="mt-2.5">
          <PanelBoundary name="Figures">
            <Suspense fallback={<div className="h-10" />}>
              <FewFigures answer={answer} />
            </Suspense>
          </PanelBoundary>
        </div>
      </div>
    </div>
  );
});
