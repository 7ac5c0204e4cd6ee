import "./styles.css";
import { QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Component, lazy, StrictMode, Suspense, useLayoutEffect } from "react";
import { createRoot } from "react-dom/client";
import { useAccess } from "./client/access.ts";
import { currentRoute, currentView, type Route, useRoute, useView, type View } from "./client/address.ts";
import { reloadOnMissingChunk, reloadPage } from "./client/missing-chunk.ts";
import { campaignQuery, connectionsQuery } from "./client/queries.ts";
import { queryClient } from "./client/query-client.ts";
import { hostKind } from "./client/transport.ts";
import { takeSignInFragment } from "./client/sign-in-fragment.ts";

const HomeSurface = lazy(async () => ({ default: (await import("./surfaces/home.tsx")).HomeSurface }));
const PageSurface = lazy(async () => ({ default: (await import("./surfaces/page.tsx")).PageSurface }));
const importOthers = () => import("./surfaces/others.tsx");
const OtherSurface = lazy(async () => ({ default: (await importOthers()).OtherSurface }));

/** `data-theme` pins a theme; without it the page follows the system. */
function applyTheme(theme: View["theme"]): void {
  if (theme === "system") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.dataset["theme"] = theme;
}

/** What is left when even a surface fails; panels have boundaries of their own. */
class LastResort extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="p-8 text-body" role="alert">
        <p>Callboard cannot be shown: a part of it failed or could not be loaded. Your campaigns are not affected.</p>
        <button type="button" className="mt-4 underline" onClick={reloadPage}>
          Reload the page
        </button>
      </main>
    );
  }
}

function Surface(): ReactNode {
  const route = useRoute();
  const access = useAccess();
  if (route.kind !== "home" && route.kind !== "campaign") return <OtherSurface route={route} access={access} />;
  if (access !== "open") return <OtherSurface route={undefined} access={access} />;
  if (route.kind === "home") return <HomeSurface />;
  const { connection, campaign } = route;
  // Another campaign is another page: nothing selected or expanded goes along.
  return <PageSurface key={JSON.stringify([connection, campaign])} connection={connection} campaign={campaign} />;
}

function App(): ReactNode {
  const [{ theme }] = useView();
  useLayoutEffect(() => applyTheme(theme), [theme]);
  return (
    <LastResort>
      <Suspense>
        <Surface />
      </Suspense>
    </LastResort>
  );
}

/** Asks for what the surface will show while the surface itself is still being loaded. */
function askAhead(route: Route): void {
  if (route.kind === "campaign") void queryClient.prefetchQuery(campaignQuery(route.connection, route.campaign));
  if (route.kind === "home") void queryClient.prefetchQuery(connectionsQuery());
}

/** Loads the notice while it can be had: a proxy in front that lets nobody through any more keeps that from them too. */
function loadNoticeAhead(): void {
  if (hostKind() === "node") void importOthers().catch(() => {});
}

takeSignInFragment(window);
reloadOnMissingChunk(window);
askAhead(currentRoute());
window.addEventListener("load", loadNoticeAhead);
applyTheme(currentView().theme);

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root.");
// A browser that is too old was told so (public/early.js): half a page would say less.
if (document.documentElement.dataset["tooOld"] === undefined) createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
