import { useEffect } from "react";
import { RouteLink } from "../features/header/route-link.tsx";
import { TopBar } from "../features/header/top-bar.tsx";
import { buttonLook } from "../ui/button.tsx";

/** An address that leads nowhere, shown as it stands so that a cut link can be spotted. */
export function NotFoundSurface({ path }: { path: string }) {
  useEffect(() => {
    document.title = "Not found – Callboard";
  }, []);
  return (
    <div data-surface="page" className="min-h-screen">
      <TopBar />
      <main className="wrap">
        <div className="max-w-[60ch] py-14 max-phone:py-8">
          <h1 className="text-h1">There is nothing at this address</h1>
          <p className="mt-2 text-lead text-ink-2 [overflow-wrap:anywhere]">
            <b className="text-ink">{path}</b> is not a page of Callboard. The link may be incomplete.
          </p>
          <RouteLink route={{ kind: "home" }} className={buttonLook({ kind: "primary" }, "mt-5")}>
            See all campaigns
          </RouteLink>
        </div>
      </main>
    </div>
  );
}
