import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from "react";
import type { Outcome } from "#campaign/outcome.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { useView } from "../../client/address.ts";
import { useNow } from "../../client/clock.ts";
import { askedTab, tellHost } from "../../client/embed/embed-session.ts";
import { OpenedRow } from "../../features/calls/opened-row.ts";
import { ColumnContext } from "../../ui/column.ts";
import { PanelBoundary } from "../../ui/error-boundary.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { EmbedTabs, type Tab } from "./embed-tabs.tsx";
import { type Contact, wordContact } from "./contact-words.ts";
import { useColumn } from "./use-column.ts";

const OverviewPanel = lazy(async () => ({ default: (await import("../../features/charts/overview-panel.tsx")).OverviewPanel }));
const CallsPanel = lazy(async () => ({ default: (await import("../../features/calls/calls-panel.tsx")).CallsPanel }));
const FilesPanel = lazy(async () => ({ default: (await import("../../features/files/files-panel.tsx")).FilesPanel }));

type PanelsProps = { connection: string; campaign: string; answer: CampaignAnswer; contact: Contact; aged: boolean; isStrange: boolean };

/** The tabs and the panel behind the chosen one. A contact that is asked for leads to the calls. */
export function EmbedPanels({ connection, campaign, answer, contact, aged, isStrange }: PanelsProps) {
  const [, setView] = useView();
  const [tab, setTab] = useState<Tab>(askedTab);
  const element = useRef<HTMLDivElement>(null);
  const column = useColumn(element);
  const now = useNow(10_000);

  const [ledTo, setLedTo] = useState<string>();
  if (contact.key !== ledTo) {
    setLedTo(contact.key);
    if (contact.key !== undefined) setTab("calls");
  }
  const showOutcome = useCallback(
    (outcome: Outcome) => {
      setView({ outcome: [outcome], contact: undefined });
      setTab("calls");
    },
    [setView],
  );
  const tellOpened = useCallback((callId: string) => tellHost({ type: "open-call", callId }), []);
  const words = wordContact(contact, answer.connection.provider.name);

  return (
    <div ref={element} data-column className="min-w-0 @min-[720px]/frame:border-l @min-[720px]/frame:border-line">
      <EmbedTabs {...{ connection, campaign, tab }} files={answer.files} onTab={setTab} />
      <div id="embed-panel" role="tabpanel" aria-labelledby={`embed-tab-${tab}`} className={`@container px-(--gutter) pt-3 pb-4 ${aged ? "aged" : ""}`}>
        {isStrange && <p className="mb-2 text-note text-pretty text-ink-2">The page around this one is not among those that may embed this connection (frameAncestors): it is told nothing, and nothing is taken from it.</p>}
        {tab === "calls" && words !== undefined && <p className="mb-2 text-pretty text-ink-2">{words}</p>}
        <ColumnContext value={column}>
          {tab === "overview" && (
            <Panel name="Overview">
              <OverviewPanel {...{ connection, campaign, answer }} onOutcome={showOutcome} />
            </Panel>
          )}
          {tab === "calls" && (
            <Panel name="Calls">
              <OpenedRow value={tellOpened}>
                <CallsPanel connection={connection} campaign={campaign} answer={answer} />
              </OpenedRow>
            </Panel>
          )}
          {tab === "files" && (
            <Panel name="Files">
              {answer.files.reported ? (
                <FilesPanel files={answer.files} connection={answer.connection} campaign={campaign} now={now} />
              ) : (
                <p className="text-ink-2">{answer.connection.provider.name} does not report contact files.</p>
              )}
            </Panel>
          )}
        </ColumnContext>
      </div>
    </div>
  );
}

function Panel({ name, children }: { name: string; children: ReactNode }) {
  return (
    <PanelBoundary name={name}>
      <Suspense fallback={<Skeleton className="h-44 w-full" />}>{children}</Suspense>
    </PanelBoundary>
  );
}
