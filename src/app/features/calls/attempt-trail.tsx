import { useQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import type { CallRow } from "#service/api.ts";
import { attemptsQuery } from "../../client/calls-queries.ts";
import { Button } from "../../ui/button.tsx";
import { formatWait } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { type TimeSense, momentWords } from "./filter-words.ts";
import { attemptsWords, resultWords } from "./row-words.ts";

type TrailProps = {
  connection: string;
  campaign: string;
  callId: string;
  maxRetries: number | undefined;
  sense: TimeSense;
  inProgressReported: boolean;
  /** The tab stops inside belong to the active row alone. */
  tabIndex: number;
};

/** Every listed attempt of one number with its result and the wait before the next, then what is not listed. */
export function AttemptTrail({ connection, campaign, callId, maxRetries, sense, inProgressReported, tabIndex }: TrailProps) {
  const { data, error, refetch } = useQuery(attemptsQuery(connection, campaign, callId));
  if (data === undefined) {
    return (
      <div className="flex min-h-9 items-center gap-3 text-ink-2">
        {error === null ? "Reading the attempts." : "The attempts could not be read."}
        {error !== null && (
          <Button size="small" tabIndex={tabIndex} onClick={() => void refetch()}>
            Try again
          </Button>
        )}
      </div>
    );
  }
  const after = attemptsWords(data, maxRetries);
  return (
    <>
      <ol className="flex max-w-[900px] flex-wrap items-end gap-y-2 max-phone:block">
        {data.rows.map((row, index) => (
          <Fragment key={row.id}>
            {index > 0 && <Wait from={data.rows[index - 1]} to={row} />}
            <li className="whitespace-nowrap max-phone:flex max-phone:justify-between max-phone:py-[3px]">
              <span className="block text-note text-ink-3 max-phone:text-body">
                {row.createdAt === undefined ? "Time not reported" : momentWords(row.createdAt, sense)}
              </span>
              <span className="inline-flex items-center gap-[7px]" title={row.word}>
                <Mark name={row.outcome} />
                {resultWords(row, inProgressReported)}
              </span>
            </li>
          </Fragment>
        ))}
      </ol>
      {after.length > 0 && <p className="mt-2 text-ink-2 text-pretty whitespace-normal">{after.join(" ")}</p>}
    </>
  );
}

function Wait({ from, to }: { from: CallRow | undefined; to: CallRow }) {
  if (from?.createdAt === undefined || to.createdAt === undefined) return <li aria-hidden="true" className="w-6" />;
  return (
    <li className="relative mx-3.5 h-5 min-w-24 flex-1 text-center text-note leading-5 text-ink-3 max-phone:mx-0 max-phone:text-left">
      <span aria-hidden="true" className="absolute inset-x-0 top-[9px] border-t border-dashed border-control max-phone:hidden" />
      <span className="relative bg-surface px-2 max-phone:px-0">
        <span className="sr-only">wait of </span>
        {formatWait(to.createdAt - from.createdAt)}
      </span>
    </li>
  );
}
