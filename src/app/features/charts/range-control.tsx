type RangeControlProps = {
  options: { value: "today" | "days"; label: string }[];
  chosen: "today" | "days";
  onChoose: (range: "today" | "days") => void;
};

/** Which stretch of time the bars show. */
export function RangeControl({ options, chosen, onChoose }: RangeControlProps) {
  return (
    <div role="group" aria-label="Range" className="flex rounded-2 inset-ring inset-ring-line-strong">
      {options.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === chosen}
          onClick={() => onChoose(value)}
          className="tap h-[26px] rounded-2 px-2.5 text-note font-medium text-ink-2 aria-pressed:text-ink aria-pressed:inset-ring aria-pressed:inset-ring-ink-2"
        >
          {label}
        </button>
      ))}
    </div>
  );
}
