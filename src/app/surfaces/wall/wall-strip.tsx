import { Icon } from "../../ui/icon.tsx";
import type { Need } from "./needs.ts";

/** A campaign that needs a person, by its name and its most pressing need. */
export type Called = { key: string; name: string; need: Need; shown: boolean };

const most = 3;

/** Names every campaign of the wall that needs a person, whoever is shown. */
export function WallStrip({ called, flash }: { called: readonly Called[]; flash: boolean }) {
  if (called.length === 0) return null;
  return (
    <aside aria-label="Campaigns that need a person" className="flex flex-none items-center gap-x-10 gap-y-2 overflow-hidden border-t-2 border-line-strong on-raised px-16 py-3.5 text-[2rem] leading-[1.25] portrait:flex-wrap portrait:px-14">
      <p className="flex-none font-title">Needs a person</p>
      <ul className="flex min-w-0 flex-1 gap-x-10 portrait:flex-col">
        {called.slice(0, most).map(({ key, name, need, shown }) => (
          <li key={key + need.kind} className={`flex min-w-0 items-center gap-3 rounded-2 ${flash ? "flash-when-new" : ""} ${shown ? "underline decoration-2 underline-offset-8" : ""}`}>
            <Icon name={need.icon} className={`size-8 ${need.tone === "danger" ? "text-danger" : "text-warn"}`} />
            <span className="max-w-[16em] min-w-24 truncate font-strong">{name}</span>
            <span className="max-w-[18em] min-w-32 flex-none truncate text-ink-2">{need.brief}</span>
          </li>
        ))}
      </ul>
      {called.length > most && <p className="flex-none text-ink-2">and {called.length - most} more</p>}
    </aside>
  );
}

/** As many as a strip has room for; the others are said when these are mended. */
const mostMistakes = 2;

/** What is wrong with the wall's own address, for whoever sets it up: it stays until it is mended. */
export function WallMistakes({ mistakes }: { mistakes: readonly string[] }) {
  if (mistakes.length === 0) return null;
  const more = mistakes.length - mostMistakes;
  return (
    <aside aria-label="The wall’s address" role="alert" className="flex flex-none gap-4 bg-warn-tint px-16 py-3 text-wall-note portrait:px-14">
      <Icon name="warn" className="mt-1.5 size-7 text-warn" />
      <p className="min-w-0 [overflow-wrap:anywhere] line-clamp-3">
        {mistakes.slice(0, mostMistakes).join(" ")}
        {more > 0 && ` And ${more} more.`}
      </p>
    </aside>
  );
}
