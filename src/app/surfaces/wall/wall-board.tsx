import { useMemo } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { campaignZone } from "../../client/campaign-zone.ts";
import { useFreshness, useOldCalls } from "../../client/freshness.ts";
import { useSettings } from "../../client/use-settings.ts";
import type { Watched } from "../../client/wall-queries.ts";
import { readSoFar } from "../../features/charts/read-so-far.ts";
import { SentenceText } from "../../features/header/sentence-text.tsx";
import { statusLook } from "../../features/header/status-badge.tsx";
import { nothingCounted } from "../../features/progress/nothing-counted.ts";
import { formatAge, wholeMinute } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { shownZone } from "../../ui/zone.ts";
import type { Trouble } from "../page/trouble.ts";
import { wordTrouble } from "../page/trouble-words.ts";
import { wallFigures } from "./figure-choice.ts";
import { remarksOf, type Need } from "./needs.ts";
import { isWide } from "./text-width.ts";
import { throughputOf } from "./throughput.ts";
import { WallBand } from "./wall-band.tsx";
import { WallFacts } from "./wall-facts.tsx";
import { WallFigures } from "./wall-figures.tsx";
import { WallHead } from "./wall-head.tsx";
import { WallNeeds } from "./wall-needs.tsx";
import type { WallOptions } from "./wall-options.ts";
import { WallProgress } from "./wall-progress.tsx";
import { WallThroughput } from "./wall-throughput.tsx";

type WallBoardProps = {
  watched: Watched;
  answer: CampaignAnswer;
  trouble: Trouble | undefined;
  needs: readonly Need[];
  options: WallOptions;
  now: Instant;
  /** Something stands below the board: it has less room. */
  crowded: boolean;
};

/** One campaign, read from 5 m. Old data is named so across the screen, and speaks in the past. */
export function WallBoard({ watched: { connection, campaign }, answer, trouble, needs, options, now, crowded }: WallBoardProps) {
  const freshness = useFreshness(connection, campaign, trouble !== undefined);
  const isOld = freshness.state === "not_live";
  const pastSince = isOld || freshness.state === "offline" ? freshness.readAt : undefined;
  const zone = shownZone(options.zone, campaignZone(answer));
  const oldCalls = useOldCalls(connection, campaign);
  const settings = useSettings(answer);
  // Pictures of old data stay those of its time.
  const at = pastSince ?? now;
  const time = answer.charts.reported && answer.charts.value.time.reported ? answer.charts.value.time.value : undefined;
  const throughput = useMemo(() => time && throughputOf(time.days, wholeMinute(at), zone), [time, at, zone]);
  const figures = wallFigures(answer, options.figures, at, zone);
  const remarks = isOld ? [] : remarksOf(answer);
  const counted = nothingCounted(answer)?.calls !== undefined || nothingCounted(answer) === undefined;
  const note = [readSoFar(answer), ...(oldCalls === undefined ? [] : [`the oldest ${formatAge(now - oldCalls)} ago`])].filter((words) => words !== undefined).join(", ");
  const { name, status } = answer.campaign;
  const { tone, icon, word } = statusLook(status);
  const tight = crowded || isOld || isWide(name, 34);
  const cause = trouble && wordTrouble(trouble, { provider: answer.connection.provider.name, connection: answer.connection.label, campaign }).cause;
  return (
    <>
      {isOld && freshness.readAt !== undefined && <WallBand readAt={freshness.readAt} now={now} zone={zone} cause={cause} />}
      <main className={`flex min-h-0 flex-1 flex-col px-16 portrait:gap-y-4 portrait:px-14 ${isOld ? "pt-6 pb-6 opacity-55 grayscale" : crowded ? "pt-9 pb-6" : "pt-11 pb-10"}`}>
        <WallHead name={name} demo={answer.connection.demo} freshness={freshness} now={now} zone={zone} />
        {/* With nothing to count, what it is doing is all there is to read from afar. */}
        <p data-present="" className={`flex-none text-ink-2 ${counted ? "mt-2.5 line-clamp-2 text-wall-main" : "mt-14 line-clamp-3 text-[5rem] leading-[1.15] tracking-[-0.03em]"}`}>
          {!isOld && (
            <span className={`mr-[0.6em] font-strong whitespace-nowrap ${inks[tone]}`}>
              {icon !== undefined && <Icon name={icon} className="mr-[0.25em] size-[0.8em] align-[-0.05em]" />}
              {word}
            </span>
          )}
          <SentenceText brief campaign={campaign} answer={answer} now={now} zone={zone} pastSince={pastSince} />
        </p>
        {!isOld && cause !== undefined && (
          <p className="mt-1 flex items-center gap-3 text-wall-part text-warn">
            <Icon name="warn" className="size-8" />
            {cause}
          </p>
        )}
        <WallProgress campaign={campaign} answer={answer} now={wholeMinute(now)} zone={zone} past={pastSince !== undefined} tight={tight} />
        <WallFigures figures={figures} tight={tight} />
        <div className={`flex min-h-0 flex-1 gap-20 border-t-2 border-line portrait:flex-col portrait:gap-10 ${tight ? "mt-4 pt-3" : "mt-6 pt-5"}`}>
          {throughput !== undefined && <WallThroughput throughput={throughput} note={note === "" ? undefined : note} />}
          {throughput === undefined && <WallFacts settings={settings} hours={answer.hours} now={wholeMinute(now)} zone={zone} />}
          {(needs.length > 0 || remarks.length > 0) && <WallNeeds needs={needs} remarks={remarks} flash={options.flash && !isOld} />}
        </div>
      </main>
    </>
  );
}

const inks = { ok: "text-ok", warn: "text-warn", neutral: "text-ink-2" };
