import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CampaignListAnswer, ConnectionInfo } from "#service/api.ts";
import type { ApiError } from "../../client/api-error.ts";
import { useNow } from "../../client/clock.ts";
import { campaignListQuery } from "../../client/queries.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount, formatCounted } from "../../ui/format.ts";
import { NoticeBar } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { isToWait, isViewerRefused } from "../page/trouble.ts";
import { wordRetry, wordTrouble } from "../page/trouble-words.ts";
import { CampaignRow } from "./campaign-row.tsx";
import { listColumns } from "./list-columns.ts";
import { wordNoCampaign } from "./list-words.ts";
import { SearchField } from "./search-field.tsx";

/** The campaigns of one connection, searchable, a page at a time. */
export function CampaignList({ connection }: { connection: ConnectionInfo }) {
  const [{ page, search }, setAsked] = useState({ page: 1, search: "" });
  const { data: read, error, isPlaceholderData, refetch } = useQuery(campaignListQuery(connection.name, { page, search }));
  const data = error !== null && isViewerRefused(error.problem) ? undefined : read;

  return (
    <>
      <SearchField onSearch={(wanted) => setAsked({ page: 1, search: wanted })} />
      {error !== null && <ListTrouble error={error} connection={connection} onRetry={() => void refetch()} />}
      {data !== undefined && <Rows connection={connection} answer={data} search={search} busy={isPlaceholderData} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && data.lastPage > 1 && (
        <Paging asked={page} answer={data} onPage={(next) => setAsked({ page: next, search })} />
      )}
    </>
  );
}

type RowsProps = { connection: ConnectionInfo; answer: CampaignListAnswer; search: string; busy: boolean };

function Rows({ connection, answer, search, busy }: RowsProps) {
  const found = answer.campaigns.length > 0;
  const columns = listColumns(answer.campaigns);
  return (
    <>
      <p role="status" className={found ? "sr-only" : "py-6 text-ink-2"}>
        {found ? formatCounted(answer.total, "campaign") : wordNoCampaign(answer, connection.label, search)}
      </p>
      {found && (
        <table aria-busy={busy} className={`w-full border-collapse max-phone:block ${busy ? "opacity-60" : ""}`}>
          <thead className="text-left text-note text-ink-3 max-phone:sr-only [&_th]:h-8 [&_th]:font-normal">
            <tr>
              <th scope="col">Campaign</th>
              <th scope="col" className="w-36">
                Status
              </th>
              {columns.agent && (
                <th scope="col" className="w-52 max-tablet:hidden">
                  Agent
                </th>
              )}
              {columns.counts.map(({ key, title }) => (
                <th key={key} scope="col" className="w-28 text-right not-last:pr-6">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-phone:block">
            {answer.campaigns.map((campaign) => (
              <CampaignRow key={campaign.id} connection={connection.name} campaign={campaign} columns={columns} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

type PagingProps = { asked: number; answer: CampaignListAnswer; onPage: (page: number) => void };

/** Goes on from the page asked for, so that a second press counts while the first is still answered. */
function Paging({ asked, answer: { page, lastPage, total }, onPage }: PagingProps) {
  return (
    <nav aria-label="Pages" className="mt-4 flex items-center gap-2 text-ink-2 tabular-nums">
      <Button size="small" disabled={asked <= 1} onClick={() => onPage(asked - 1)}>
        Previous
      </Button>
      <Button size="small" disabled={asked >= lastPage} onClick={() => onPage(asked + 1)}>
        Next
      </Button>
      Page {formatCount(page)} of {formatCount(lastPage)}, {formatCounted(total, "campaign")}
    </nav>
  );
}

type ListTroubleProps = { error: ApiError; connection: ConnectionInfo; onRetry: () => void };

function ListTrouble({ error, connection, onRetry }: ListTroubleProps) {
  const now = useNow(1_000);
  const { code, detail, since, retryAt } = error.problem;
  if (code === "not_found") {
    return <p className="mb-4 text-ink-2">{connection.provider.name} gives the account “{connection.label}” no list of campaigns. Open one by its id.</p>;
  }
  const trouble = { code, detail, since, retryAt, unanswered: !error.answered };
  const { cause, next } = wordTrouble(trouble, { provider: connection.provider.name, connection: connection.label, campaign: "" });
  const action = !isToWait(trouble) && (
    <Button size="small" onClick={onRetry}>
      Try again
    </Button>
  );
  return (
    <div className="mb-4">
      <NoticeBar tone={trouble.unanswered ? "neutral" : "warn"} icon={trouble.unanswered ? "offline" : "warn"} action={action}>
        <b role="alert">{cause}.</b> {next} {wordRetry(retryAt, now)}
        {!trouble.unanswered && !isViewerRefused(trouble) && <span className="block text-note text-ink-3">For the operator: {detail}</span>}
      </NoticeBar>
    </div>
  );
}

function Waiting() {
  return (
    <div aria-busy="true" className="space-y-3 pt-3">
      {[0, 1, 2, 3, 4].map((row) => (
        <Skeleton key={row} className="h-7 w-full" />
      ))}
    </div>
  );
}
