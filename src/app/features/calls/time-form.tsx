import { useEffect, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { zoneName } from "../../ui/format.ts";
import type { TimeSense } from "./filter-words.ts";
import type { TimeSpan } from "./time-chip.tsx";
import { inputOf, instantOf } from "./zone-input.ts";

type TimeFormProps = { span: TimeSpan; sense: TimeSense; onShow(span: TimeSpan): void; onClose(): void };

/** Any span of creation time, on the clocks of the zone that is shown; an empty end is open. */
export function TimeForm({ span, sense, onShow, onClose }: TimeFormProps) {
  const { zone, now } = sense;
  const [wrong, setWrong] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  // The menu that opened the form gives the focus back to its chip first.
  useEffect(() => first.current?.focus(), []);
  const form = useRef<HTMLFormElement>(null);
  // Not by submitting: a frame may be forbidden to, and then nobody is told.
  const show = () => {
    if (form.current === null) return;
    const fields = new FormData(form.current);
    const read = (name: string) => {
      const text = fields.get(name);
      return typeof text === "string" ? instantOf(text, zone) : undefined;
    };
    const next = { since: read("since"), until: read("until") };
    const backwards = next.since !== undefined && next.until !== undefined && next.until <= next.since;
    setWrong(backwards);
    if (!backwards) onShow(next);
  };
  const field = (name: "since" | "until", label: string) => (
    <label className="flex items-center gap-2 text-ink-2">
      {label}
      <input
        type="datetime-local"
        name={name}
        ref={name === "since" ? first : undefined}
        defaultValue={span[name] === undefined ? "" : inputOf(span[name], zone)}
        className="tap h-[30px] min-w-0 rounded-2 bg-transparent px-2 text-ink inset-ring inset-ring-control max-phone:h-11 max-phone:text-[1rem]"
      />
    </label>
  );
  return (
    <form
      ref={form}
      aria-label="Time of creation"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        show();
      }}
      className="mb-3 flex flex-wrap items-center gap-3 print:hidden"
    >
      {field("since", "From")}
      {field("until", "to")}
      <span className="text-ink-3">{zone === "UTC" ? zone : zoneName(now, zone)}</span>
      <Button kind="primary" size="small" onClick={show}>
        Show
      </Button>
      <Button kind="ghost" size="small" onClick={onClose}>
        Close
      </Button>
      {wrong && (
        <p role="alert" className="text-danger">
          The end must be after the beginning.
        </p>
      )}
    </form>
  );
}
