import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import type { CampaignAnswer } from "#service/api.ts";
import { useView } from "../client/address.ts";
import { useFreshness } from "../client/freshness.ts";
import { campaignQuery, connectionsQuery, refreshNow } from "../client/queries.ts";
import { PanelBoundary } from "../ui/error-boundary.tsx";
import { shownZone } from "../ui/zone.ts";
import { CampaignBody } from "./page/campaign-body.tsx";
import { PageSkeleton } from "./page/page-skeleton.tsx";
import { PageTop } from "./page/page-top.tsx";
import { isGone, troubleOf } from "./page/trouble.ts";

// After the header, but not only when there is trouble: then the server may be gone.
const problem = import("./page/problem-view.tsx");
const strip = import("./page/trouble-strip.tsx");
const ProblemView = lazy(async () => ({ default: (await problem).ProblemView }));
const TroubleStrip = lazy(async () => ({ default: (await strip).TroubleStrip }));
const PageFoot = lazy(async () => ({ default: (await import("./page/page-foot.tsx")).PageFoot }));

type PageSurfaceProps = { connection: string; campaign: string };

/** One campaign, whole. Old data stays on screen with its age; every state says cause and next step. */
export function PageSurface({ connection, campaign }: PageSurfaceProps) {
  const { data, error } = useQuery(campaignQuery(connection, campaign));
  const { data: host } = useQuery(connectionsQuery());
  const measured = useFreshness(connection, campaign);
  const [view] = useView();

  // A retry clears the error while nothing was ever read: the cause stays in view until there is an answer.
  const [lastError, setLastError] = useState(error);
  if (error !== null && error !== lastError) setLastError(error);
  const trouble = troubleOf(data, error ?? (data === undefined ? lastError : null));
  const failing = trouble !== undefined;
  // Figures that are known not to be renewed are stale from then on, however young.
  const freshness = useMemo(
    () => (failing && measured.state === "live" ? { ...measured, state: "stale" as const } : measured),
    [failing, measured],
  );
  const answer = trouble !== undefined && isGone(trouble) ? undefined : data;
  const info = answer?.connection ?? host?.connections.find(({ name }) => name === connection);
  const provider = info?.provider.name ?? "the platform";
  const label = info?.label ?? connection;
  const names = useMemo(() => ({ provider, connection: label, campaign }), [provider, label, campaign]);
  const campaignZone = zoneOf(answer);
  const zone = shownZone(view.zone, campaignZone);
  const old = freshness.state === "not_live" || freshness.state === "offline";
  const retry = useCallback(() => refreshNow(connection, campaign), [connection, campaign]);

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
          {(failing || freshness.state === "not_live") && (
            <Late name="State of the data">
              <TroubleStrip trouble={trouble} freshness={freshness} names={names} zone={zone} onRetry={retry} />
            </Late>
          )}
          <CampaignBody
            connection={connection}
            campaign={campaign}
            answer={answer}
            zone={zone}
            pastSince={old ? freshness.readAt : undefined}
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

/** The campaign's zone, where it is reported and known. */
function zoneOf(answer: CampaignAnswer | undefined): string | undefined {
  return answer?.hours.reported && answer.hours.value.timeZoneKnown ? answer.hours.value.timeZone : undefined;
}
