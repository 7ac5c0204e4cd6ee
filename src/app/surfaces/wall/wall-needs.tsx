import { Icon } from "../../ui/icon.tsx";
import type { Need } from "./needs.ts";

const inks = { danger: "text-danger", warn: "text-warn", quiet: "text-ink-2" };
const most = 3;

/** What is to be looked at, the most pressing first; how many there are stands above, however many fit. */
export function WallNeeds({ needs, remarks, flash }: { needs: readonly Need[]; remarks: readonly Need[]; flash: boolean }) {
  const all = [...needs, ...remarks];
  const title = needs.length > 0 ? "Needs a person" : "Worth knowing";
  return (
    <section aria-label={title} className="min-h-0 flex-none basis-150 overflow-hidden portrait:basis-auto landscape:[container-type:size]">
      <div className="flex h-full flex-col [@container(max-height:8rem)]:hidden">
        <h2 className="text-wall-note font-medium text-ink-2">
          {title}
          {all.length > most && `: the first of ${all.length}`}
        </h2>
        {/* What does not fit wraps into a column beyond the edge: an item is whole, or not there. */}
        <ul className="flex min-h-0 flex-1 flex-col flex-wrap content-start gap-x-10 overflow-hidden portrait:flex-none portrait:flex-nowrap">
          {all.slice(0, most).map((need) => (
            <NeedItem key={need.kind + need.title} need={need} flash={flash && need.tone !== "quiet"} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function NeedItem({ need: { tone, icon, title, says }, flash }: { need: Need; flash: boolean }) {
  return (
    <li className={`mt-2.5 flex w-full gap-4 rounded-2 ${flash ? "flash-when-new" : ""}`}>
      <Icon name={icon} className={`mt-1.5 size-9 ${inks[tone]}`} />
      <div className="min-w-0">
        <p className="truncate text-wall-part font-strong">{title}</p>
        <p className={`line-clamp-2 text-wall-note ${inks[tone]}`}>{says}</p>
      </div>
    </li>
  );
}
