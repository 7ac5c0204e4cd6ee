/**
 * @typedef {typeof import("../../src/service/testing/backtest/score.ts")} Scoring
 * @typedef {import("../../src/service/testing/backtest/score.ts").Answer} Answer
 * @typedef {import("../../src/service/testing/backtest/score.ts").Deadline} Deadline
 * @typedef {import("../../src/service/testing/backtest/score.ts").Score} Score
 * @typedef {{ title: string, rows: { key: string, score: Score }[] }} Table
 * @typedef {{ lead: string, tables: Table[], deadline: string, withheld: string }} Report
 */

const percent = (/** @type {number} */ share) => (Number.isNaN(share) ? "–" : `${Math.round(100 * share)} %`);
const precise = (/** @type {number} */ share) => (Number.isNaN(share) ? "–" : `${(100 * share).toFixed(1)} %`);

/** How long Callboard had watched, in classes. @param {Answer} answer */
function watched({ watchedHours }) {
  return watchedHours < 1 ? "under 1 h" : watchedHours < 4 ? "1 to 4 h" : watchedHours < 24 ? "4 to 24 h" : "longer";
}
const watchedOrder = ["under 1 h", "1 to 4 h", "4 to 24 h", "longer"];

/**
 * @param {{ answers: Answer[], deadlines: Deadline[], campaigns: number, seed: number } & Pick<Scoring, "scoreOf" | "scoresBy">} found
 * @returns {Report}
 */
export function tablesOf({ answers, deadlines, campaigns, seed, scoreOf, scoresBy }) {
  const all = scoreOf(answers);
  const played = new Set(answers.map(({ campaign }) => campaign)).size;
  const right = deadlines.filter(({ said, isMet }) => said === isMet).length;
  const reasons = scoresBy(
    answers.filter(({ estimate }) => estimate?.kind !== "finish"),
    ({ estimate }) => (estimate?.kind === "withheld" ? estimate.reason : (estimate?.kind ?? "nothing left")),
  ).map(({ key, score }) => `${score.asked} × ${key.replaceAll("_", " ")}`);
  return {
    lead: `Seed ${seed}: ${campaigns} campaigns, ${played} of which came to an end within 390 days; asked ${all.asked} times, answered with a range ${all.ranges} times. **The true end lay inside ${precise(all.inside)} of the ranges**, before ${precise(all.before)}, after ${precise(all.after)}; the middle of the range was wrong by ${precise(all.medianError)} of the time that was left (median), and the range was ${percent(all.medianWidth)} of it wide.`,
    tables: [
      { title: "contacts done", rows: scoresBy(answers, ({ progress }) => progress).map(({ key, score }) => ({ key: `${key} %`, score })) },
      { title: "watched", rows: scoresBy(answers, watched).sort((a, b) => watchedOrder.indexOf(a.key) - watchedOrder.indexOf(b.key)) },
      { title: "call list", rows: scoresBy(answers, ({ rowStyle }) => (rowStyle === "row_in_place" ? "one row a contact" : "one row a call")) },
      { title: "shape", rows: scoresBy(answers, ({ shape }) => shape) },
    ],
    deadline: `Asked again as if the campaign's dates ended within two days of its true end (${deadlines.length} times), it named the right one of the two – the work is done first, or the dates end first – ${percent(right / deadlines.length)} of the times.`,
    withheld: `Not answered with a range: ${reasons.join(", ") || "none"}.`,
  };
}

/** @param {Report} report */
export function asMarkdown({ lead, tables, deadline, withheld }) {
  const parts = tables.map(({ title, rows }) =>
    [
      `| ${title} | ranges | inside | before | after | median error | width |`,
      "|---|---|---|---|---|---|---|",
      ...rows.map(({ key, score: { ranges, inside, before, after, medianError, medianWidth } }) => `| ${key} | ${ranges} | ${percent(inside)} | ${percent(before)} | ${percent(after)} | ${precise(medianError)} | ${percent(medianWidth)} |`),
    ].join("\n"),
  );
  return [lead, ...parts, deadline, withheld].join("\n\n");
}
