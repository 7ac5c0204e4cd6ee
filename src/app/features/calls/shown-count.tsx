import { useEffect, useRef, useState } from "react";
import type { Reports } from "#campaign/reports.ts";
import { formatCount } from "../../ui/format.ts";
import type { CallsFilter } from "./calls-filter.ts";
import { type OrderWords, type TimeSense, countWords, filterWords, nounOf, orderWords } from "./filter-words.ts";
import { outcomeOrder } from "../../client/outcomes.ts";
import type { CallTable } from "./use-call-table.ts";

type ShownProps = { table: CallTable; filter: CallsFilter; sense: TimeSense; order: OrderWords; inProgressReported: boolean; rowsAre: Reports["rowsAre"]; partOf: number | undefined };

/** Which rows of how many are in sight, and in what order. Polls change it in silence; a change of filter is said. */
export function ShownCount({ table, filter, sense, order: orders, inProgressReported, rowsAre, partOf }: ShownProps) {
  const { windows, settled, total, scroll, filterKey, group } = table;
  const { first, last } = scroll.sight;
  const order = orderWords(filter, orders);
  const noun = nounOf(group, rowsAre);
  const words = [countWords(total, noun, formatCount) + (partOf === undefined ? "" : " read so far"), ...filterWords(filter, outcomeOrder, sense, inProgressReported), order].join(", ");

  const [said, setSaid] = useState("");
  const saidOf = useRef(filterKey);
  useEffect(() => {
    if (!settled || saidOf.current === filterKey) return;
    saidOf.current = filterKey;
    setSaid(words);
  }, [settled, filterKey, words]);

  return (
    <>
      <p className="text-right leading-8 text-ink-2 tabular-nums print:hidden max-tablet:order-3 max-tablet:basis-full max-tablet:text-left max-tablet:leading-5 embed:flex-1 embed:basis-auto embed:leading-8 [&_b]:text-ink">
        {windows !== undefined && total > 0 && (
          <>
            Showing{" "}
            <b>
              {formatCount(first + 1)}–{formatCount(last + 1)}
            </b>{" "}
            of <b>{formatCount(total)}</b> {countWords(total, noun, () => "").trim()}
            {partOf !== undefined && " read so far"}
            <span className="max-phone:hidden">, {order}</span>
          </>
        )}
      </p>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}
