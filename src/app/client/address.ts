import { useSyncExternalStore } from "react";
import type { AddressBar, Located } from "./address-bar.ts";
import { addressOf, createAddressBar } from "./address-bar.ts";
import type { Route } from "./route.ts";
import { basePath, hostKind } from "./transport.ts";
import type { View } from "./view.ts";

export type { Route } from "./route.ts";
export type { View } from "./view.ts";

let bar: AddressBar | undefined;

function addressBar(): AddressBar {
  bar ??= createAddressBar(window, hostKind() === "node" ? { kind: "path", base: basePath() } : { kind: "fragment" });
  return bar;
}

const subscribe = (listener: () => void): (() => void) => addressBar().subscribe(listener);

/** The route now, outside React. */
export function currentRoute(): Route {
  return addressBar().current().route;
}

export function useRoute(): Route {
  return useSyncExternalStore(subscribe, currentRoute);
}

/** The address of a route, for links; theme and time zone go along, whenever they change. */
export function useHref(route: Route): string {
  return useSyncExternalStore(subscribe, () => addressBar().hrefOf(route));
}

/** Goes to a route, as a new entry of the browser's history. */
export function navigate(route: Route): void {
  addressBar().navigate(route);
}

/** The view now, outside React. */
export function currentView(): View {
  return addressBar().current().view;
}

/** The view and how to change it; a change replaces the address and adds no history entry. */
export function useView(): [View, (patch: Partial<View>) => void] {
  const view = useSyncExternalStore(subscribe, currentView);
  return [view, changeView];
}

/** Changes the view from outside React. */
export function changeView(patch: Partial<View>): void {
  addressBar().change(patch);
}

/** Goes to a place that was read from a link, in place of this entry of the browser's history. */
export function replaceAddress(located: Located): void {
  addressBar().replace(located);
}

/** Where the page is, as a path below the base: what may be a number is not in it. */
export function sharedAddress(): string {
  return addressOf(addressBar().current(), { kind: "path", base: "/" });
}
