import { useEffect } from "react";
import { useNow } from "../../client/clock.ts";
import { useElapsed } from "../../client/elapsed.ts";
import { useWatched, type Watched } from "../../client/wall-queries.ts";
import { isGone, isToWait, type Trouble, troubleOf } from "../page/trouble.ts";
import { wordTrouble } from "../page/trouble-words.ts";
import { type Need, needsOf } from "./needs.ts";
import { useAlarm } from "./use-alarm.ts";
import { useRotation } from "./use-rotation.ts";
import { WallBoard } from "./wall-board.tsx";
import { WallNotice } from "./wall-notice.tsx";
import type { WallOptions } from "./wall-options.ts";
import { type Called, WallMistakes, WallStrip } from "./wall-strip.tsx";

type WallCampaignsProps = {
  options: WallOptions;
  /** Told whether what is on screen could be had again, so that loading the page anew gives nothing up. */
  onCalm: (isCalm: boolean) => void;
};

type Known = { watched: Watched; trouble: Trouble | undefined; needs: Need[] };

/** The campaigns of a wall, one at a time; who needs a person is named all the while. */
export function WallCampaigns({ options, onCalm }: WallCampaignsProps) {
  const now = useNow(1_000);
  const all = useWatched(options.campaigns);
  const known = all.map((watched): Known => {
    const { answer, error, freshness, campaign } = watched;
    const trouble = troubleOf(answer, error);
    const shown = trouble !== undefined && isGone(trouble) ? undefined : answer;
    const needs = needsOf({ answer: shown, trouble, freshness, now, failuresPercent: options.failuresPercent, campaign });
    return { watched: { ...watched, answer: shown }, trouble, needs };
  });
  const turns = known.map(({ watched: { key, answer }, trouble, needs }) => ({ key, ready: answer !== undefined || (trouble !== undefined && !isToWait(trouble)), needed: needs.length > 0 }));
  const shownKey = useRotation(turns, useElapsed(), options.everyMilliseconds);
  const shown = known.find(({ watched }) => watched.key === shownKey);
  useAlarm(options.sound, known.flatMap(({ watched: { key }, needs }) => needs.map(({ kind, title }) => `${key} ${kind} ${title}`)));

  const freshness = shown?.watched.freshness;
  const isCalm = freshness === "live" || (shown?.watched.answer === undefined && shown?.trouble?.unanswered !== true);
  useEffect(() => onCalm(isCalm), [onCalm, isCalm]);
  const title = shown?.watched.answer?.campaign.name;
  useEffect(() => {
    document.title = title === undefined ? "Callboard" : `${title} – Callboard`;
  }, [title]);

  // Where none can be reached the band says so once, for all.
  const isCutOff = all.every(({ freshness: state, error }) => state === "not_live" && error?.answered === false);
  const called = all.length === 1 || isCutOff ? [] : known.flatMap(({ watched, needs: [need] }): Called[] => (need === undefined ? [] : [{ key: watched.key, name: nameOf(watched), need, shown: watched.key === shownKey }]));
  const { mistakes } = options;
  return (
    <>
      {shown === undefined ? null : <Shown key={shownKey} known={shown} options={options} crowded={called.length > 0 || mistakes.length > 0} now={now} />}
      {all.length > 1 && <Place index={all.findIndex(({ key }) => key === shownKey)} count={all.length} />}
      <WallStrip called={called} flash={options.flash} />
      <WallMistakes mistakes={mistakes} />
    </>
  );
}

type ShownProps = { known: Known; options: WallOptions; crowded: boolean; now: number };

function Shown({ known: { watched, trouble, needs }, options, crowded, now }: ShownProps) {
  const { answer, campaign, connection } = watched;
  if (answer !== undefined) return <WallBoard watched={watched} answer={answer} trouble={trouble} needs={needs.filter(({ kind }) => kind !== "state")} options={options} now={now} crowded={crowded} />;
  if (trouble === undefined || isToWait(trouble)) {
    return (
      <div className="flex min-h-0 flex-1 appear-late">
        <WallNotice title={`Reading ${campaign}`} next={`Asking for what is known of it on ${connection}.`} />
      </div>
    );
  }
  const { cause, next } = wordTrouble(trouble, { provider: "The platform", connection, campaign });
  return <WallNotice title={cause} next={`${next} This display tries again by itself.`.replace("Reading starts again by itself. ", "")} />;
}

/** Which of them is shown, as a row of marks. */
function Place({ index, count }: { index: number; count: number }) {
  return (
    <div role="img" aria-label={`Campaign ${index + 1} of ${count}`} className="flex flex-none gap-2 px-16 pb-3 portrait:px-14">
      {Array.from({ length: count }, (_, at) => (
        <i key={at} className={`h-1.5 flex-1 rounded-1 ${at === index ? "bg-ink-2" : "bg-track"}`} />
      ))}
    </div>
  );
}

function nameOf({ answer, campaign }: Watched): string {
  return answer?.campaign.name ?? campaign;
}
