import type { ReactNode } from "react";
import type { CampaignAnswer } from "#service/api.ts";
import type { ApiError } from "../../client/api-error.ts";
import { Button } from "../../ui/button.tsx";
import { NoticeBar } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Section } from "../../ui/section.tsx";

/** In place of the table: the platform gives none. */
export function NotReported({ provider }: { provider: string }) {
  return (
    <Section id="calls" title="Calls">
      <p className="max-w-[60ch] text-ink-2">{provider} gives no list of calls, so there is no table for this campaign.</p>
    </Section>
  );
}

/** In place of the table until it is known who looks: what is shown depends on it. */
export function TableOnItsWay() {
  return (
    <section aria-label="Calls" aria-busy="true" className="h-[720px]">
      <h2 className="mb-4 text-title">Calls</h2>
      <Skeleton className="h-8 w-full" />
    </section>
  );
}

/** In place of the table: nothing has been called. */
export function NoCalls({ answer, isRead, children }: { answer: CampaignAnswer; isRead: boolean; children: ReactNode }) {
  return (
    <Section id="calls" title="Calls">
      {children}
      <p className="text-ink-2">
        {isRead ? (
          <>
            <b className="text-ink">No calls yet.</b> {nextWords(answer)}
          </>
        ) : (
          "Their list has not been read yet."
        )}
      </p>
    </Section>
  );
}

function nextWords({ campaign, connection }: CampaignAnswer): string {
  switch (campaign.status.kind) {
    case "draft":
      return "The campaign is a draft; its calls stand here once it has started.";
    case "completed":
    case "cancelled":
      return `It has ended, and ${connection.provider.name} lists no call of it.`;
    default:
      return `They stand here as soon as ${connection.provider.name} lists the first.`;
  }
}

/** Above the table, whose rows stay: why newer ones could not be read. */
export function ReadFault({ error, kept, onRetry }: { error: ApiError; kept: boolean; onRetry(): void }) {
  return (
    <div className="mb-3">
      <NoticeBar
        tone="warn"
        icon="warn"
        action={
          <Button size="small" onClick={onRetry}>
            Try again
          </Button>
        }
      >
        <b>The calls could not be read.</b> {error.problem.detail} {kept && "The rows read before stay."}
      </NoticeBar>
    </div>
  );
}

/** In the table: nothing fits. */
export function NothingFits({ ofContact, onClear }: { ofContact: boolean; onClear(): void }) {
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line py-6">
      <p className="text-ink-2">
        <b className="text-ink">{ofContact ? "This campaign lists no call of this contact that fits." : "No calls fit these filters."}</b>
      </p>
      <Button size="small" onClick={onClear}>
        {ofContact ? "Show all calls" : "Clear filters"}
      </Button>
    </div>
  );
}
