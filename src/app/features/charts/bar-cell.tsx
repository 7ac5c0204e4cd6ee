import { type CSSProperties, memo, type ReactNode } from "react";

type BarCellProps = {
  /** Width of the bar, as `barWidth` gives it. */
  width: string;
  /** The number's text, and the longest one of its column: bars then share one scale. */
  text: string;
  longest: number;
  className?: string;
  style?: CSSProperties | undefined;
  children?: ReactNode;
};

/** A number with its bar before it, in one cell: the table reads as plain numbers. */
export const BarCell = memo(function BarCell({ width, text, longest, className = "", style, children }: BarCellProps) {
  return (
    <td className="py-0">
      <span className="float-right ml-3.5 text-right font-medium" style={{ minWidth: `${longest}ch` }}>
        {text}
      </span>
      <Track {...{ width, className, style }}>{children}</Track>
    </td>
  );
});

/** To a tenth of a percent most polls leave it as it is. */
const Track = memo(function Track({ width, className, style, children }: Pick<BarCellProps, "width" | "className" | "style" | "children">) {
  return (
    <div className="flex h-5 items-center overflow-hidden">
      <div className={`grow-on-poll flex h-3 min-w-0.5 overflow-hidden rounded-r-[2px] ${className}`} style={{ ...style, width }}>
        {children}
      </div>
    </div>
  );
});
