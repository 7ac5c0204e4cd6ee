import type { CallRow } from "#service/api.ts";
import { formatDuration } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { Mark } from "../../ui/mark.tsx";
import { readableWord } from "../../ui/readable-word.ts";
import { isMasked } from "./call-sight.ts";
import type { TimeSense } from "./filter-words.ts";
import { createdWords, resultWords } from "./row-words.ts";

type NumberProps = { to: string; text: string; copied: boolean; narrow: boolean; tabIndex: number };

/** The number as text that can be selected, copied by a press on it or by its button. */
export function NumberCell({ to, text, copied, narrow, tabIndex }: NumberProps) {
  if (isMasked(to)) {
    return (
      <span dir="ltr" className="block truncate font-medium">
        {to}
      </span>
    );
  }
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span data-act="copy" dir="ltr" title={to} className="cursor-copy truncate font-medium">
        {narrow && copied ? "Copied" : text}
      </span>
      <button
        type="button"
        data-act="copy"
        tabIndex={tabIndex}
        aria-label={`Copy ${text}`}
        className={`flex-none rounded-1 px-1 text-note text-ink-3 hover:text-ink ${narrow ? "hidden" : copied ? "" : "sr-only group-hover:not-sr-only group-focus:not-sr-only focus-visible:not-sr-only"}`}
      >
        {copied ? "Copied" : "Copy"}
      </button>
    </span>
  );
}

export function OutcomeCell({ row, inProgressReported }: { row: CallRow; inProgressReported: boolean }) {
  const words = resultWords(row, inProgressReported);
  return (
    <span className="flex min-w-0 items-center gap-[7px]" title={row.word === "" ? words : row.word}>
      <Mark name={row.outcome} />
      <bdi className="truncate">{words}</bdi>
    </span>
  );
}

/** More pips than this are harder to read than the number beside them. */
const mostPips = 10;

export function RetriesCell({ retries, maxRetries }: { retries: number; maxRetries: number | undefined }) {
  const pips = maxRetries === undefined || maxRetries > mostPips ? 0 : maxRetries;
  return (
    <span className="whitespace-nowrap">
      {pips > 0 && (
        <span aria-hidden="true" className="mr-[9px] inline-flex gap-[3px] align-[1px]">
          {Array.from({ length: pips }, (_, index) => (
            <span key={index} className={`h-2.5 w-1 rounded-[1px] ${index < retries ? "bg-ink-2" : "bg-track"}`} />
          ))}
        </span>
      )}
      <span className={retries === 0 ? "text-ink-3" : "text-ink-2"}>{retries}</span>
      {maxRetries !== undefined && <span className="sr-only"> of {maxRetries} retries used</span>}
    </span>
  );
}

export function CreatedCell({ at, sense }: { at: number | undefined; sense: TimeSense }) {
  if (at === undefined) return <span className="text-ink-3">–</span>;
  const { day, clock } = createdWords(at, sense);
  return (
    <span className="block truncate whitespace-nowrap">
      <span className="mr-1.5 inline-block min-w-[84px] text-ink-3 max-phone:min-w-0">{day}</span>
      {clock}
    </span>
  );
}

export function IdCell({ id }: { id: string }) {
  return (
    <bdi className="block truncate text-ink-3" title={id}>
      {id}
    </bdi>
  );
}

const nothing = <span className="text-ink-3">–</span>;

/** An unanswered call lasts no time: it has no duration to show. */
export function DurationCell({ seconds }: { seconds: number | undefined }) {
  return seconds === undefined || seconds === 0 ? nothing : <span className="whitespace-nowrap">{formatDuration(seconds)}</span>;
}

/** The platform's own words of one dimension. */
export function WordsCell({ words }: { words: readonly string[] | undefined }) {
  if (words === undefined || words.length === 0) return nothing;
  return (
    <bdi className="block truncate" title={words.join(", ")}>
      {words.map(readableWord).join(", ")}
    </bdi>
  );
}

/** Opens the platform's own recording in another tab, which learns nothing of this one. */
export function RecordingCell({ url, tabIndex, className = "" }: { url: string | undefined; tabIndex: number; className?: string }) {
  if (url === undefined || !/^https?:\/\//i.test(url)) return nothing;
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      referrerPolicy="no-referrer"
      tabIndex={tabIndex}
      className={`inline-flex items-center gap-1 underline decoration-control underline-offset-3 ${className}`}
    >
      Listen
      <span className="sr-only"> to the recording, in a new tab</span>
      <Icon name="open" size={12} />
    </a>
  );
}
