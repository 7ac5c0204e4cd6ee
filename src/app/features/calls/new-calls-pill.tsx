import { formatCount } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";

/** Says how many rows wait, over the first rows so that none of them moves; a press lets them in. */
export function NewCallsPill({ newer, onShow }: { newer: number; onShow(): void }) {
  if (newer === 0) return null;
  return (
    <div className="pointer-events-none sticky top-(--bar) z-[3] flex h-0 justify-center print:hidden">
      <button
        type="button"
        onClick={onShow}
        className="tap pointer-events-auto mt-[41px] inline-flex h-[30px] flex-none items-center gap-1.5 rounded-full bg-ink pr-3.5 pl-2.5 font-strong text-ink-inverse tabular-nums shadow-pill hover:bg-ink-2 max-phone:mt-2 max-phone:h-10"
      >
        <Icon name="up" />
        {formatCount(newer)} new {newer === 1 ? "call" : "calls"}
      </button>
    </div>
  );
}
