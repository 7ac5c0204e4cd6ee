import { lazy, Suspense } from "react";
import { useEmbed } from "../../client/embed/embed-session.ts";
import { PanelBoundary } from "../../ui/error-boundary.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { useCampaign } from "../page/use-campaign.ts";
import { EmbedPanels } from "./embed-panels.tsx";
import { EmbedProblem } from "./embed-problem.tsx";
import { EmbedSummary } from "./embed-summary.tsx";
import { HostTrouble } from "./host-trouble.tsx";
import { useContact } from "./use-contact.ts";
import { useHostEvents } from "./use-host-events.ts";

const strip = import("../page/trouble-strip.tsx");
const TroubleStrip = lazy(async () => ({ default: (await strip).TroubleStrip }));

/** The campaign: what it does and how far it is, and beside or below that one of three panels. */
export function EmbeddedCampaign({ connection, campaign }: { connection: string; campaign: string }) {
  const shown = useCampaign(connection, campaign);
  const { answer, trouble, freshness, names, zone, pastSince, retry } = shown;
  const { host, token } = useEmbed();
  // A host that signed says no more: what fails then is Callboard's own answer, which has words of its own.
  const isHostFailing = token === "failing" && host !== "signed";
  const contact = useContact(answer);
  useHostEvents(shown);

  if (answer === undefined && trouble === undefined) return <EmbedSkeleton />;
  if (answer === undefined) {
    return isHostFailing ? <HostTrouble kept={false} /> : <EmbedProblem trouble={trouble} names={names} nextPollAt={freshness.nextPollAt} onRetry={retry} />;
  }
  return (
    <>
      {isHostFailing && trouble?.unanswered === true && <HostTrouble kept />}
      {(trouble !== undefined || freshness.state === "not_live") && !(isHostFailing && trouble?.unanswered === true && freshness.state !== "not_live") && (
        <PanelBoundary name="State of the data">
          <Suspense>
            <TroubleStrip trouble={trouble} freshness={freshness} names={names} zone={zone} onRetry={retry} />
          </Suspense>
        </PanelBoundary>
      )}
      <main className="@min-[720px]/frame:grid @min-[720px]/frame:grid-cols-[minmax(300px,330px)_minmax(0,1fr)]">
        <EmbedSummary {...{ connection, campaign, answer, freshness, zone, pastSince }} retryAt={trouble?.retryAt} onRefresh={retry} />
        <EmbedPanels {...{ connection, campaign, answer, contact, aged: pastSince !== undefined, isStrange: host === "strange" }} />
      </main>
    </>
  );
}

function EmbedSkeleton() {
  return (
    <main aria-busy="true" className="px-(--gutter) py-3">
      <h1 className="sr-only">Loading</h1>
      <div aria-hidden="true" className="appear-late">
        <Skeleton className="h-5 w-52 max-w-full" />
        <Skeleton className="mt-2 h-4 w-72 max-w-full" />
        <Skeleton className="mt-4 h-7 w-24" />
        <Skeleton className="mt-2 h-3.5 w-full" />
        <Skeleton className="mt-5 h-40 w-full" />
      </div>
    </main>
  );
}
