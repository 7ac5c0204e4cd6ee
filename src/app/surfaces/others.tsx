import { lazy, type ReactNode } from "react";
import type { AccessState } from "../client/access.ts";
import type { Route } from "../client/address.ts";
import { hostKind } from "../client/transport.ts";
import { AccessOverSurface } from "./access-over.tsx";

const DisplaysSurface = lazy(async () => ({ default: (await import("./displays.tsx")).DisplaysSurface }));
const NotFoundSurface = lazy(async () => ({ default: (await import("./not-found.tsx")).NotFoundSurface }));
const SignInSurface = lazy(async () => ({ default: (await import("./sign-in.tsx")).SignInSurface }));
const EmbedSurface = lazy(async () => ({ default: (await import("./embed.tsx")).EmbedSurface }));
const WallSurface = lazy(async () => ({ default: (await import("./wall.tsx")).WallSurface }));

type OthersProps = { route: Exclude<Route, { kind: "home" | "campaign" }> | undefined; access: AccessState };

/** What is neither home nor a campaign's page, one step further away: what the page loads first stays small. */
export function OtherSurface({ route, access }: OthersProps): ReactNode {
  // A wall says itself what keeps it from its campaigns: nobody is there to sign in.
  if (route?.kind === "wall") return <WallSurface key={`${route.path}?${route.query}`} path={route.path} query={route.query} access={access} />;
  // An embed has no sign-in either: the page around it gives access, or has none.
  if (route?.kind === "embed") return <EmbedSurface key={JSON.stringify([route.connection, route.campaign])} connection={route.connection} campaign={route.campaign} />;
  if (route?.kind === "sign-in") return <SignInSurface />;
  if (access !== "open") return <AccessOverSurface state={access} />;
  // Known here alone: what the page loads first need not tell it from what is not there.
  if (route?.kind === "unknown" && /^\/displays\/?$/.test(route.path) && hostKind() === "node") return <DisplaysSurface />;
  return route === undefined ? null : <NotFoundSurface path={route.path} />;
}
