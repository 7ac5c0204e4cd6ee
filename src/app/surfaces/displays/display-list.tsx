import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ConnectionInfo, DisplayInfo } from "#service/api.ts";
import { displaysQuery, revokeDisplay } from "../../client/displays.ts";
import { Button } from "../../ui/button.tsx";
import { NoticeBar } from "../../ui/notice.tsx";
import { useAttempt } from "../access/use-attempt.ts";
import { wordCampaigns, wordSeen } from "./display-words.ts";

/** The displays that are let in, each with when it was seen last. */
export function DisplayList({ connections }: { connections: readonly ConnectionInfo[] }) {
  const { data, error } = useQuery(displaysQuery());
  return (
    <>
      {error !== null && (
        <NoticeBar tone="warn" icon="warn">
          <b role="alert">The displays could not be read.</b> {error.problem.detail}
        </NoticeBar>
      )}
      {data?.displays.length === 0 && <p className="text-ink-2">No display was let in yet.</p>}
      {data !== undefined && data.displays.length > 0 && (
        <ul aria-label="Displays" className="border-t border-line">
          {data.displays.map((display) => (
            <Row key={display.id} display={display} connections={connections} now={data.now} />
          ))}
        </ul>
      )}
    </>
  );
}

type RowProps = { display: DisplayInfo; connections: readonly ConnectionInfo[]; now: number };

/** Revoking asks once more in place: the display goes dark at once. */
function Row({ display: { id, name, campaigns, seenAt }, connections, now }: RowProps) {
  const [asks, setAsks] = useState(false);
  const { busy, fault, attempt } = useAttempt();
  const { text, isOn } = wordSeen(seenAt, now);
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line py-3">
      <div className="min-w-0 flex-1 max-phone:w-full">
        <p className="font-medium [overflow-wrap:anywhere]">{name}</p>
        <p className="text-note text-ink-3 [overflow-wrap:anywhere]">{wordCampaigns(campaigns, connections)}</p>
        <p role="alert" className="text-danger">
          {fault}
        </p>
      </div>
      <p className={isOn ? "text-ink" : "text-ink-3"}>{text}</p>
      {asks ? (
        <span className="flex gap-2">
          <Button size="small" kind="primary" aria-busy={busy} onClick={() => void attempt(() => revokeDisplay(id))}>
            Revoke {name}
          </Button>
          <Button size="small" onClick={() => setAsks(false)}>
            Keep
          </Button>
        </span>
      ) : (
        <Button size="small" aria-label={`Revoke ${name} …`} onClick={() => setAsks(true)}>
          Revoke …
        </Button>
      )}
    </li>
  );
}
