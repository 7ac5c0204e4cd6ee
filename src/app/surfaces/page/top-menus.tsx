import { type ComponentProps, lazy, Suspense, useEffect } from "react";
import { followAnchor } from "../../client/follow-anchor.ts";
import { useAlertSetting } from "../../client/use-alert-setting.ts";
import { PageMenus } from "../../features/header/page-menus.tsx";

// Only for who asked for alerts; should it be gone, the page is as it was without them.
const AlertWatch = lazy(async () => {
  const watch = await import("../../features/alerts/alert-watch.tsx").catch(() => undefined);
  return { default: watch?.AlertWatch ?? Nothing };
});

function Nothing() {
  return null;
}

type TopMenusProps = ComponentProps<typeof PageMenus> & { connection: string; campaign: string };

/** The page's menus, and the watch that one of them switches on. */
export function TopMenus({ connection, campaign, ...menus }: TopMenusProps) {
  const [alerts] = useAlertSetting();
  useEffect(followAnchor, []);
  return (
    <>
      <PageMenus {...menus} />
      {alerts && (
        <Suspense>
          <AlertWatch connection={connection} campaign={campaign} />
        </Suspense>
      )}
    </>
  );
}
