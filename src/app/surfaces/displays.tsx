import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { connectionsQuery } from "../client/queries.ts";
import { TopBar } from "../features/header/top-bar.tsx";
import { PanelBoundary } from "../ui/error-boundary.tsx";
import { Section } from "../ui/section.tsx";
import { NothingHere } from "./access/nothing-here.tsx";
import { ApproveForm } from "./displays/approve-form.tsx";
import { DisplayList } from "./displays/display-list.tsx";

/** Displays on walls: lets one in that shows a code, says when each was seen last, takes its access back. */
export function DisplaysSurface() {
  const { data, error } = useQuery(connectionsQuery());
  useEffect(() => {
    document.title = "Displays – Callboard";
  }, []);
  if (error?.problem.code === "not_granted") {
    return (
      <div data-surface="page" className="min-h-screen">
        <TopBar />
        <main className="wrap">
          <NothingHere title={error.problem.title} next={error.problem.detail} />
        </main>
      </div>
    );
  }
  return (
    <div data-surface="page" className="min-h-screen">
      <TopBar />
      <main className="wrap pb-14">
        <h1 className="pt-10 pb-6 text-h1 max-phone:pt-6 max-phone:text-[1.5rem]">Displays</h1>
        {data?.capabilities.displays === false && (
          <p className="max-w-[60ch] text-lead text-pretty text-ink-2">
            {data.viewer.permissions.includes("displays")
              ? "Everyone who reaches this address sees every campaign: a display here needs no approval. Open /wall/{connection}/{campaign} on it."
              : "The access you were given does not include approving displays. Ask whoever gave it to you."}
          </p>
        )}
        {data?.capabilities.displays === true && (
          <PanelBoundary name="Displays">
            <DisplayList connections={data.connections} />
            <Section title="Let a display in" id="approve" note="Open /wall on it: it shows a code." className="mt-8">
              <ApproveForm connections={data.connections} />
            </Section>
          </PanelBoundary>
        )}
      </main>
    </div>
  );
}
