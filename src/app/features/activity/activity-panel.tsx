import { memo, useMemo, useState } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { useHistoryQuery, useKeepsHistory } from "../../client/history.ts";
import { useSame } from "../../client/use-same.ts";
import { Button } from "../../ui/button.tsx";
import { wordMoment } from "../../ui/fact-words.ts";
import { formatDate, formatDay } from "../../ui/format.ts";
import { Section } from "../../ui/section.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { fileNames } from "../../words/file-names.ts";
import { activityDays } from "./activity-days.ts";
import { EventLine, GapLine } from "./activity-lines.tsx";

const shownAtFirst = 20;
/** The newest that a host answers (docs: `HistoryAnswer.events`). */
const mostAnswered = 200;

type ActivityProps = Pick<CampaignAnswer, "files" | "reports"> & { connection: string; campaign: string; providerName: string; zone: string; now: Instant };

/** What Callboard itself saw change, in words, the newest first. A host that keeps no history says so once. */
export const ActivityPanel = memo(function ActivityPanel(props: ActivityProps) {
  const kept = useKeepsHistory();
  const look = "border-t border-line py-8";
  if (kept === false) {
    return (
      <Section title="Activity" id="activity" className={look}>
        <p className="text-ink-2">This host keeps no history: what changed, pace and trends are not remembered between visits.</p>
      </Section>
    );
  }
  return <Activity {...props} look={look} />;
});

function Activity({ connection, campaign, files, reports, providerName, zone, now, look }: ActivityProps & { look: string }) {
  const { data: history, error } = useHistoryQuery(connection, campaign);
  const [most, setMost] = useState(shownAtFirst);
  const named = useSame(fileNames(files));
  const names = useMemo(() => new Map(named), [named]);
  if (history === undefined) {
    return (
      <Section title="Activity" id="activity" className={look}>
        {error === null ? <Skeleton className="h-5 w-72 max-w-full" /> : <p className="text-ink-2">What was observed cannot be read now. It is asked for again by itself.</p>}
      </Section>
    );
  }
  const { since } = history;
  const { days, lines } = activityDays(history, zone, most);
  const shared = { zone, names, providerName, callTimes: reports.callTimes };
  const watched = since === undefined ? "Not observed yet" : `Watched since ${wordMoment(since, now, zone)}`;
  return (
    <Section title="Activity" id="activity" className={look} {...(lines > 0 && { note: watched.charAt(0).toLowerCase() + watched.slice(1) })}>
      {lines === 0 && <p className="text-ink-2">{since === undefined ? `${watched}: it begins with the first read.` : `${watched}; its status, hours and files are as they were.`}</p>}
      {days.map(({ date, lines: ofDay }) => (
        <div key={date} role="group" aria-label={date} className="mt-4 first-of-type:mt-0">
          <h3 className="text-note text-ink-3">{dayName(date, ofDay[0]?.at ?? now, now, zone)}</h3>
          <ul className="mt-1">
            {ofDay.map((line) =>
              line.kind === "gap" ? <GapLine key={`gap ${line.start}`} {...line} zone={zone} /> : <EventLine key={JSON.stringify(line.event)} event={line.event} {...shared} />,
            )}
          </ul>
        </div>
      ))}
      {lines <= most && history.events.length >= mostAnswered && <p className="mt-3 text-ink-3">Earlier events are not listed.</p>}
      {lines > most && (
        <Button className="mt-3" onClick={() => setMost(most + 3 * shownAtFirst)}>
          Show more
        </Button>
      )}
    </Section>
  );
}

function dayName(date: string, at: Instant, now: Instant, zone: string): string {
  const today = formatDate(now, zone);
  if (date === today) return "Today";
  return date.slice(-4) === today.slice(-4) ? formatDay(at, zone) : date;
}
