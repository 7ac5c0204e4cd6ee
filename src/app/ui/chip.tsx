import type { ComponentProps } from "react";
import { Icon } from "./icon.tsx";

type ChipProps = ComponentProps<"button"> & {
  /** True when the filter behind it is set: the chip then names its values. */
  set: boolean;
  /** Given on a set chip: a cross that clears it. */
  onClear?: (() => void) | undefined;
  /** What the cross clears, for screen readers: "Clear status". */
  clearLabel?: string;
};

/** A filter as a pill. Takes a menu's trigger props like a button does. */
export function Chip({ set, onClear, clearLabel = "Clear", children, className = "", ...rest }: ChipProps) {
  const edge = set ? "on-surface inset-ring-ink-2" : "inset-ring-line-strong hover:bg-hover";
  const clearable = set && onClear !== undefined;
  return (
    <span className={`tap inline-flex h-[30px] items-center rounded-full inset-ring max-phone:h-10 embed:h-8 ${edge} ${className}`}>
      <button
        type="button"
        className={`inline-flex items-center self-stretch gap-[5px] rounded-full pl-[11px] whitespace-nowrap ${set ? "font-medium" : ""} ${clearable ? "pr-1" : "pr-2"}`}
        {...rest}
      >
        {children}
        {!clearable && <Icon name="down" className="text-ink-3" />}
      </button>
      {clearable && (
        <button
          type="button"
          aria-label={clearLabel}
          onClick={onClear}
          className="tap inline-flex w-7 items-center self-stretch justify-center rounded-full text-ink-2 hover:text-ink max-phone:w-10"
        >
          <Icon name="x" size={12} />
        </button>
      )}
    </span>
  );
}
