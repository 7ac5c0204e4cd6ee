import { expect, test } from "vitest";
import type { CampaignAnswer, FileAnswer } from "#service/api.ts";
import { publishedAnswer } from "../surfaces/testing/published-answer.ts";
import { stampOf } from "./history.ts";

function withFiles(answer: CampaignAnswer, change: (file: FileAnswer) => FileAnswer): CampaignAnswer {
  return { ...answer, files: answer.files.reported ? { ...answer.files, value: answer.files.value.map(change) } : answer.files };
}

test("the history is asked for anew when something happened, not when figures moved", async () => {
  const answer = await publishedAnswer();
  const stamp = stampOf(answer);
  expect(stampOf({ ...answer, progress: { ...answer.progress, done: { ...answer.progress.done, count: 81 } } })).toBe(stamp);
  expect(stampOf(withFiles(answer, (file) => ({ ...file, processedRecords: { reported: true, value: 7, source: "" } })))).toBe(stamp);
  expect(stampOf({ ...answer, campaign: { ...answer.campaign, status: { kind: "paused", word: "paused" } } })).not.toBe(stamp);
  expect(stampOf({ ...answer, sentence: { kind: "nothing_left" } })).not.toBe(stamp);
  expect(stampOf(withFiles(answer, (file) => ({ ...file, stuckSince: 1 })))).not.toBe(stamp);
});
