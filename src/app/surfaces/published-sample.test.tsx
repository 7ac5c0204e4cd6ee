import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import type { ReactNode } from "react";
import { beforeAll, expect, test } from "vitest";
import type { CampaignAnswer } from "#service/api.ts";
import { ConfigurationPanel } from "../features/configuration/configuration-panel.tsx";
import { FilesPanel } from "../features/files/files-panel.tsx";
import { Notices } from "../features/header/notices.tsx";
import { Summary } from "../features/header/summary.tsx";
import { ProgressPanel } from "../features/progress/progress-panel.tsx";
import { publishedAnswer, publishedNow } from "./testing/published-answer.ts";

const now = publishedNow;
const zone = "America/New_York";
let answer: CampaignAnswer;

beforeAll(async () => {
  answer = await publishedAnswer();
});

/** What a reader sees, without the tips that say where figures come from. */
function textOf(panel: ReactNode): string {
  return renderToStaticMarkup(<QueryClientProvider client={new QueryClient()}>{panel}</QueryClientProvider>)
    .replaceAll(/<span[^>]*role="tooltip".*?<\/span>/gs, "")
    .replaceAll(/<\/(?:p|dt|dd|li|h\d)>/g, " ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll(/\s+/g, " ");
}

test("the summary says what is known, and does not say that it is calling", () => {
  const text = textOf(<Summary campaign="c1" answer={answer} settings={answer.campaign} now={now} zone={zone} pastSince={undefined} onShowFiles={() => {}} />);
  expect(text).toContain("Sales Campaign");
  expect(text).toContain("Active");
  expect(text).toContain("Inside calling hours. Today’s window closes at 17:00 EDT, in 2 h 14 min.");
  expect(text).not.toContain("Calling now");
  expect(text).toContain("Sales Agent Label Sales Agent");
  expect(text).toContain("Mon–Fri 09:00–17:00 America/New_York");
  expect(text).toContain("Mon 1 Jan 2024");
});

test("old data speaks in the past", async () => {
  const summary = <Summary campaign="c1" answer={answer} settings={answer.campaign} now={now} zone={zone} pastSince={now - 900_000} onShowFiles={() => {}} />;
  // Its words come in a part of their own.
  await expect.poll(() => textOf(summary)).toContain("At 14:31 it was active, inside calling hours. What it does now is not known.");
});

test("progress adds up, and its uncertainty is said", () => {
  const text = textOf(<ProgressPanel campaign="campaign-uuid-1" answer={answer} now={now} zone="America/New_York" past={false} />);
  expect(text).toContain("5.5% done80 of 1,450 contacts at most 6.9 %: whether the 20 failed are retried is not reported");
  expect(text).toContain("80 done + 20 failed, retries not reported + 850 without a call + 500 being read = 1,450 contacts; with 50 rejected, 1,500 received");
  expect(text).toContain("In progress: 0 of the 2 listed calls.");
});

test("files say how many records were read and rejected", () => {
  const text = textOf(<FilesPanel files={answer.files} connection={answer.connection} campaign="campaign-uuid-1" now={now} />);
  expect(text).toMatch(/leads\.xlsx.*Processing.*as processed_leads\.csv.*0 of 500 records/);
  expect(text).toMatch(/contacts\.csv.*Processed.*950 of 1,000 records50 rejected/);
});

test("the contradiction between counters is named, with what the page uses", () => {
  const text = textOf(<Notices notices={answer.notices} connection={answer.connection} reports={answer.reports} />);
  expect(text).toContain("The counters disagree: stats say 100 calls, the list holds 2. Figures use the stats; charts and table use the list.");
});

test("the rules are told in words, and those that cancel each other too", () => {
  const text = textOf(<ConfigurationPanel campaign={answer.campaign} hours={answer.hours} connection={answer.connection} now={now} zone={zone} />);
  expect(text).toContain("Mon–Fri 09:00–17:00, America/New_York. 40 hours a week.");
  expect(text).toContain("3 at most, 24 h apart");
  expect(text).toContain("On, environment list");
  expect(text).toContain("Adds a number after completed or voicemail, and on the errors invalid_number and disconnected.");
  expect(text).toContain("So the completed and voicemail cool-downs never come into play.");
});
