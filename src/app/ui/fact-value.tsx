import { useState } from "react";
import { type FactShape, shownAtFirst, wordFact } from "./fact-words.ts";
import { usePhoneFormat } from "./format-phone.ts";
import { formatCount } from "./format.ts";

type FactValueProps = { value: FactShape; now: number; zone: string };

/** A fact by its kind. Of many items the first few; the others on demand. */
export function FactValue({ value, now, zone }: FactValueProps) {
  const phone = usePhoneFormat();
  const [all, setAll] = useState(false);
  const items = wordFact(value, { now, zone, phone });
  const shown = items.slice(0, all ? undefined : shownAtFirst(items.length, value.kind === "phone" ? 2 : 6));
  const rest = items.slice(shown.length);
  return (
    <>
      {shown.map((item, index) => (
        <span key={index}>
          {index > 0 && ", "}
          {value.kind === "phone" ? <span className="whitespace-nowrap">{item}</span> : item}
        </span>
      ))}
      {rest.length > 0 && (
        <>
          {" and "}
          <button
            type="button"
            title={rest.slice(0, 20).join(", ")}
            onClick={() => setAll(true)}
            className="rounded-1 underline decoration-control underline-offset-3 max-phone:min-h-6"
          >
            {formatCount(rest.length)} more
          </button>
        </>
      )}
    </>
  );
}
