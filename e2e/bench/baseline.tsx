import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import { createRoot } from "react-dom/client";
import { type Call, CampaignBody } from "./wire.ts";

/*
 * What Callboard is measured against: the same body, read the usual way. React Query polls it,
 * zod checks it, structural sharing keeps what is equal, and a virtualised table shows every call.
 */
const pollMilliseconds = 5_000;

async function readCampaign() {
  const response = await fetch("../talkover/api/v1/campaigns/big", { headers: { authorization: "Bearer talq_demo" } });
  return CampaignBody.parse(await response.json()).data;
}

function Page() {
  const { data, dataUpdatedAt, refetch } = useQuery({ queryKey: ["campaign"], queryFn: readCampaign, refetchInterval: pollMilliseconds });
  useEffect(() => {
    document.documentElement.dataset["readAt"] = String(dataUpdatedAt);
  }, [dataUpdatedAt]);
  if (data === undefined) return <p>Loading …</p>;
  const done = data.stats.completed_calls + data.stats.failed_calls;
  const records = data.files.reduce((sum, file) => sum + file.total_records, 0);
  return (
    <>
      <header>
        <h1>{data.name}</h1>
        <button type="button" onClick={() => void refetch()}>
          Read now
        </button>
        <p>
          {data.status} · {data.agent.label} · {data.timezone}
        </p>
        <progress value={done} max={records} />
      </header>
      <Outcomes calls={data.calls} />
      <Calls calls={data.calls} />
    </>
  );
}

function Outcomes({ calls }: { calls: Call[] }) {
  const counts = useMemo(() => {
    const byStatus = new Map<string, number>();
    for (const { status } of calls) byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
    return [...byStatus];
  }, [calls]);
  return (
    <ul>
      {counts.map(([status, count]) => (
        <li key={status}>
          {status} {count}
        </li>
      ))}
    </ul>
  );
}

const rowHeight = 31;

function Calls({ calls }: { calls: Call[] }) {
  const sorted = useMemo(() => calls.toSorted((a, b) => (a.created_at < b.created_at ? 1 : -1)), [calls]);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({ count: sorted.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 10 });
  return (
    <div ref={scroller} style={{ height: 600, overflow: "auto" }}>
      <div role="table" style={{ height: rows.getTotalSize(), position: "relative" }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const call = sorted[index];
          if (call === undefined) return null;
          return (
            <div key={call.id} role="row" data-key={call.id} style={{ position: "absolute", top: start, height: rowHeight, display: "flex", gap: 16 }}>
              <span role="cell">{call.to}</span>
              <span role="cell">{call.status}</span>
              <span role="cell">{call.retries}</span>
              <span role="cell">{new Date(call.created_at).toLocaleString()}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <Page />
    </QueryClientProvider>,
  );
}
