import { WithUnits } from "../../features/charts/with-units.tsx";
import type { WallFigure } from "./figure-choice.ts";

/** At most five figures. A second way to know one stands beneath it. */
export function WallFigures({ figures, tight }: { figures: readonly WallFigure[]; tight: boolean }) {
  if (figures.length === 0) return null;
  const smaller = tight || figures.some(({ text }) => text.length > 11);
  return (
    <dl className={`${tight ? "mt-4 pt-3" : "mt-6 pt-5"} flex flex-wrap gap-x-10 gap-y-3 border-t-2 border-line tabular-nums portrait:grid portrait:grid-cols-3 portrait:gap-x-6 ${figures.length > 3 ? "justify-between" : "landscape:gap-x-32"}`}>
      {figures.map(({ name, label, text, beside }) => (
        <div key={name} className="min-w-0">
          <dt className="text-wall-note text-ink-2">{label}</dt>
          <dd className={`whitespace-nowrap font-figure ${smaller ? "text-[3.75rem] leading-[1.15] tracking-[-0.03em]" : "text-wall-figure"}`}>
            <WithUnits text={text} />
          </dd>
          {beside !== undefined && <dd className="text-wall-note leading-[1.1] text-ink-3">{beside}</dd>}
        </div>
      ))}
    </dl>
  );
}
