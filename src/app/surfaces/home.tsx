import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { ConnectionsAnswer, Problem } from "#service/api.ts";
import { useView } from "../client/address.ts";
import { connectionsQuery } from "../client/queries.ts";
import { RouteLink } from "../features/header/route-link.tsx";
import { SignOutButton } from "../features/header/sign-out.tsx";
import { TopBar } from "../features/header/top-bar.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button, buttonLook } from "../ui/button.tsx";
import { PanelBoundary } from "../ui/error-boundary.tsx";
import { NoticeBar } from "../ui/notice.tsx";
import { Section } from "../ui/section.tsx";
import { NothingHere } from "./access/nothing-here.tsx";
import { CampaignList } from "./home/campaign-list.tsx";
import { ConnectionChoice } from "./home/connection-choice.tsx";
import { OpenById } from "./home/open-by-id.tsx";
import { OwnConnectionForm } from "./home/own-connection-form.tsx";

/** Choose a connection and a campaign. */
export function HomeSurface() {
  const { data, error, refetch } = useQuery(connectionsQuery());
  useEffect(() => {
    document.title = "Callboard";
  }, []);
  return (
    <div data-surface="page" className="min-h-screen">
      <TopBar>
        {data?.capabilities.displays === true && (
          <RouteLink route={{ kind: "unknown", path: "/displays" }} className={buttonLook({ kind: "ghost" })}>
            Displays
          </RouteLink>
        )}
        {data?.viewer.signedIn === true && <SignOutButton />}
      </TopBar>
      <main className="wrap pb-14">
        {data === undefined && error === null && <h1 className="sr-only">Campaigns</h1>}
        {error !== null && data === undefined && <NoList problem={error.problem} onRetry={() => void refetch()} />}
        {data !== undefined && <Choices answer={data} />}
      </main>
    </div>
  );
}

function NoList({ problem: { code, title, detail }, onRetry }: { problem: Problem; onRetry: () => void }) {
  if (code === "not_granted") {
    return (
      <NothingHere title={title} next={detail}>
        <Button className="mt-5" onClick={onRetry}>
          Try again
        </Button>
      </NothingHere>
    );
  }
  const misconfigured = code === "misconfigured";
  return (
    <div role="alert" className="pt-10">
      <h1 className="sr-only">Campaigns</h1>
      <NoticeBar
        tone={misconfigured ? "danger" : "neutral"}
        icon={misconfigured ? "warn" : "offline"}
        action={<Button size="small" onClick={onRetry}>Try now</Button>}
      >
        {misconfigured ? <b>Callboard’s configuration cannot be used.</b> : <><b>No connection to Callboard.</b> The list appears as soon as it answers.</>}{" "}
        {detail}
      </NoticeBar>
    </div>
  );
}

function Choices({ answer: { connections, platforms, host } }: { answer: ConnectionsAnswer }) {
  const [view, setView] = useView();
  const chosen = connections.find(({ name }) => name === view.connection) ?? connections[0];
  if (chosen === undefined) {
    // A server without connections shows its demo: there are some, and none is this viewer's.
    const isOperator = host.kind === "browser";
    return (
      <NothingHere
        title={isOperator ? "No connection is configured" : "There is nothing here for you to see"}
        next={
          isOperator
            ? "Whoever runs Callboard names the accounts to read in its configuration; the README says how."
            : "The access you were given names no account of this Callboard. Ask whoever gave it to you."
        }
      />
    );
  }
  const { demo, label, provider, lists } = chosen;
  return (
    <>
      <div className="flex flex-wrap items-center gap-3.5 pt-10 pb-6 max-phone:pt-6">
        <h1 className="text-h1 max-phone:text-[1.5rem]">Campaigns</h1>
        {demo && <Badge tone="neutral">Demo data</Badge>}
      </div>
      {connections.length > 1 && <ConnectionChoice connections={connections} chosen={chosen} onChoose={(connection) => setView({ connection })} />}
      <PanelBoundary name="Campaigns">
        {lists ? (
          <CampaignList key={chosen.name} connection={chosen} />
        ) : (
          <p className="text-ink-2">
            The campaigns of {label} cannot be listed: open one by its id.
          </p>
        )}
      </PanelBoundary>
      <div className="mt-8 border-t border-line pt-6">
        <OpenById key={chosen.name} connection={chosen} />
      </div>
      {platforms.length > 0 && (
        <Section title="Your own account" id="own-account" className="mt-8 border-t border-line pt-6">
          <OwnConnectionForm platforms={platforms} providerId={provider.id} />
        </Section>
      )}
    </>
  );
}
