import type { ComponentProps } from "react";
import { navigate, type Route, useHref } from "../../client/address.ts";

type RouteLinkProps = { route: Route } & Omit<ComponentProps<"a">, "href" | "onClick">;

/** A link inside Callboard: goes there without loading the page again; new tabs work as ever. */
export function RouteLink({ route, children, ...rest }: RouteLinkProps) {
  return (
    <a
      href={useHref(route)}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        navigate(route);
      }}
      {...rest}
    >
      {children}
    </a>
  );
}
