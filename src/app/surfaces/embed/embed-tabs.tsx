import { type KeyboardEvent, memo } from "react";
import type { CampaignAnswer } from "#service/api.ts";
import { useHref } from "../../client/address.ts";
import type { Tab } from "../../client/embed/embed-session.ts";
import { Icon } from "../../ui/icon.tsx";
import { flagOf } from "./files-flag.ts";

export type { Tab } from "../../client/embed/embed-session.ts";

const tabs: readonly { tab: Tab; name: string }[] = [
  { tab: "overview", name: "Overview" },
  { tab: "calls", name: "Calls" },
  { tab: "files", name: "Files" },
];

type TabsProps = { connection: string; campaign: string; tab: Tab; files: CampaignAnswer["files"]; onTab: (tab: Tab) => void };

/** The bar that stays: three tabs, and the way out of the frame to the whole page. */
export const EmbedTabs = memo(function EmbedTabs({ connection, campaign, tab, files, onTab }: TabsProps) {
  const flag = files.reported ? flagOf(files.value) : undefined;
  const href = useHref({ kind: "campaign", connection, campaign });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = tabs.findIndex((each) => each.tab === tab);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    onTab(next.tab);
    document.getElementById(`embed-tab-${next.tab}`)?.focus();
  };
  return (
    <div className="sticky top-0 z-10 flex h-(--bar) items-stretch border-y border-line bg-canvas px-(--gutter) @min-[720px]/frame:border-t-0">
      <div role="tablist" aria-label="Panels" className="flex min-w-0 items-stretch gap-4">
        {tabs.map(({ tab: each, name }) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`embed-tab-${each}`}
            aria-selected={each === tab}
            aria-controls="embed-panel"
            tabIndex={each === tab ? 0 : -1}
            onClick={() => onTab(each)}
            onKeyDown={onKeyDown}
            className={`tap -mb-px flex items-center justify-center gap-1.5 border-b-2 outline-offset-[-2px] ${each === tab ? "border-ink font-strong text-ink" : "border-transparent text-ink-2 hover:text-ink"}`}
          >
            {name}
            {each === "files" && flag !== undefined && (
              <span className={`flex items-center gap-1 text-note font-strong ${flag.failed ? "text-danger" : "text-warn"}`}>
                <Icon name="warn" />
                <span className="max-embed:sr-only">{flag.words}</span>
              </span>
            )}
          </button>
        ))}
      </div>
      <a href={href} target="_blank" rel="noopener noreferrer" title="Open the whole page in a tab of its own" className="tap ml-auto flex items-center justify-end gap-1.5 pl-3 text-ink-2 outline-offset-[-2px] hover:text-ink">
        <span className="max-embed:sr-only">Open</span>
        <Icon name="open" />
      </a>
    </div>
  );
});
