import { afterEach, beforeEach, expect, test } from "vitest";
import type { CampaignAnswer } from "./api.ts";
import { campaignBody, someCalls } from "./testing/campaign-body.ts";
import { campaignPath, type Hosted } from "./testing/hosted.ts";
import { json, startUpstream, type Upstream } from "./testing/upstream.ts";
import { startValueHost } from "./testing/value-host.ts";

/* Calling windows as a viewer gets them, on days that are not 24 hours long and in nights that are called. */
let upstream: Upstream;
let host: Hosted;
let now: number;

beforeEach(async () => {
  upstream = await startUpstream(json(200, campaignBody(someCalls(2))));
  host = await startValueHost({ baseUrl: upstream.baseUrl, now: () => now });
});
afterEach(() => upstream.close());

/** The first windows that end after `at`, in UTC to the minute, and what is said of the moment itself. */
async function windowsAt(at: string, hours: Record<string, unknown>): Promise<{ windows: string[]; sentence: string }> {
  now = Date.parse(at);
  upstream.answer(json(200, campaignBody(someCalls(2), { start_date: "2026-01-01", timezone: "America/New_York", ...hours })));
  const { hours: told, sentence } = (await (await host.ask(`${campaignPath}/c1`)).json()) as CampaignAnswer;
  const minute = (instant: number): string => new Date(instant).toISOString().slice(5, 16);
  const windows = told.reported ? told.value.windows.filter(({ end }) => end > now).slice(0, 2).map(({ start, end }) => `${minute(start)} ${minute(end)}`) : [];
  return { windows, sentence: sentence.kind };
}

const nights = { call_time_ranges: [{ start: "22:00", end: "02:30" }] };

test("[fault: DST change] the day an hour is skipped: the window opens by the new time, an hour earlier", async () => {
  const day = { earliest_call_time: "09:00:00", latest_call_time: "17:00:00" };
  const { windows } = await windowsAt("2026-03-07T20:00:00Z", day);
  expect(windows).toEqual(["03-07T14:00 03-07T22:00", "03-08T13:00 03-08T21:00"]);
});

test("[fault: DST change] the day an hour comes twice: both are inside the window", async () => {
  const { windows, sentence } = await windowsAt("2026-11-01T06:30:00Z", { call_time_ranges: [{ start: "00:30", end: "02:30" }] });
  expect(windows[0]).toBe("11-01T04:30 11-01T07:30");
  expect(sentence).not.toBe("outside_hours");
});

test("[fault: DST change] a window that ends in the hour that is skipped ends when it would have begun", async () => {
  const { windows } = await windowsAt("2026-03-08T05:00:00Z", { call_time_ranges: [{ start: "00:30", end: "02:30" }] });
  expect(windows[0]).toBe("03-08T05:30 03-08T07:00");
});

test("[fault: window over midnight] it is open on both sides, and belongs to the day it began", async () => {
  const before = await windowsAt("2026-10-01T03:00:00Z", { ...nights, days_of_week: [3] });
  expect(before.windows[0]).toBe("10-01T02:00 10-01T06:30");
  expect(before.sentence).not.toBe("outside_hours");
  expect(await windowsAt("2026-10-01T05:00:00Z", { ...nights, days_of_week: [3] })).toEqual(before);
  expect((await windowsAt("2026-10-02T05:00:00Z", { ...nights, days_of_week: [3] })).sentence).toBe("outside_hours");
});
