import type { CallsFilter } from "./calls-filter.ts";

const groups = [
  { group: "number", label: "Numbers" },
  { group: "call", label: "Calls" },
] as const;

type GroupSwitchProps = { group: CallsFilter["group"]; onChange(group: CallsFilter["group"]): void };

/** One row a number, with its last result, or one row a call. */
export function GroupSwitch({ group, onChange }: GroupSwitchProps) {
  return (
    <div role="group" aria-label="One row for each" className="flex rounded-2 inset-ring inset-ring-line-strong">
      {groups.map(({ group: value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={group === value}
          onClick={() => onChange(value)}
          className="tap h-[30px] rounded-2 px-2.5 text-note font-medium text-ink-2 aria-pressed:text-ink aria-pressed:inset-ring aria-pressed:inset-ring-ink-2 max-phone:h-10 embed:h-8"
        >
          {label}
        </button>
      ))}
    </div>
  );
}
