import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { PanelBoundary } from "../ui/error-boundary.tsx";
import { CampaignBody } from "./page/campaign-body.tsx";
import { PageSkeleton } from "./page/page-skeleton.tsx";
import { PageTop } from "./page/page-top.tsx";
import { useCampaign } from "./page/use-campaign.ts";

// After the header, but not only when there is trouble: then the server may be gone.
const problem = import("./page/problem-view.tsx");
const strip = import("./page/trouble-strip.tsx");
const ProblemView = lazy(async () => ({ default: (await problem).ProblemView }));
const TroubleStrip = lazy(async () => ({ default: (await strip).TroubleStrip }));
const PageFoot = lazy(async () => ({ default: (await import("./page/page-foot.tsx")).PageFoot }));

type PageSurfaceProps = { connection: string; campaign: string };

/** One campaign, whole. Old data stays on screen with its age; every state says cause and next step. */
export function PageSurface({ connection, campaign }: PageSurfaceProps) {
  const { answer, trouble, freshness, names, campaignZone, zone, pastSince, retry } = useCampaign(connection, campaign);

  const title = answer?.campaign.name;
  useEffect(() => {
    document.title = title === undefined ? "Callboard" : `${title} – Callboard`;
  }, [title]);

  return (
    <div data-surface="page" className="min-h-screen">
      <PageTop
        {...{ connection, campaign }}
        freshness={freshness}
        retryAt={trouble?.retryAt}
        providerName={names.provider}
        campaignName={title}
        campaignZone={campaignZone}
        onRefresh={retry}
      />
      {answer === undefined ? (
        <main className="wrap">
          {trouble === undefined ? (
            <PageSkeleton providerName={names.provider} />
          ) : (
            <Late name="State">
              <ProblemView trouble={trouble} names={names} nextPollAt={freshness.nextPollAt} zone={zone} onRetry={retry} />
            </Late>
          )}
        </main>
      ) : (
        <>
          {(trouble !== undefined || freshness.state === "not_live") && (
            <Late name="State of the data">
              <TroubleStrip trouble={trouble} freshness={freshness} names={names} zone={zone} onRetry={retry} />
            </Late>
          )}
          <CampaignBody
            connection={connection}
            campaign={campaign}
            answer={answer}
            zone={zone}
            pastSince={pastSince}
          />
          <Late name="Source">
            <PageFoot names={names} freshness={freshness} zone={zone} />
          </Late>
        </>
      )}
    </div>
  );
}

/** For what is loaded after the header: should it be gone, the rest lives. */
function Late({ name, children }: { name: string; children: ReactNode }) {
  return (
    <PanelBoundary name={name}>
      <Suspense>{children}</Suspense>
    </PanelBoundary>
  );
}
