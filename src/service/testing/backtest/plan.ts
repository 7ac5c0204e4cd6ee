import type { WeeklyWindow } from "#campaign/calling-hours.ts";
import { normal, type Random, seededRandom } from "#campaign/eta/draws.ts";

/*
 * Campaigns for the back-test of estimates: sizes, hours, retries, files and moods that differ from one to the
 * next. Nothing here is known to what estimates: it sees what a platform's answer tells.
 */
export const shapes = [
  "one window a day",
  "two windows a day",
  "weekdays only",
  "over midnight",
  "no retries",
  "many retries, short rests",
  "long rests",
  "files read slowly",
  "pace changes",
  "paused for hours",
  "small",
  "large",
  "a file added later",
] as const;
export type Shape = (typeof shapes)[number];

/** A file of a campaign; times are hours after its first opening. */
export type PlannedFile = { records: number; rejected: number; addedAfterHours: number; recordsPerHour: number };

export type CampaignPlan = {
  seed: number;
  shape: Shape;
  timeZone: string;
  windows: WeeklyWindow[];
  files: PlannedFile[];
  callsPerHour: number;
  maxRetries: number;
  cooldownHours: number;
  voicemailIsFinal: boolean;
  rowStyle: "row_per_attempt" | "row_in_place";
  retryShare: number;
  mood: Mood;
  /** Hours after the first opening, and for how long; `undefined`: never paused. */
  pause: { afterHours: number; hours: number } | undefined;
};

/** How pace differs: from day to day, from hour to hour, by chance, and for good from some moment on. */
export type Mood = { kind: "as the simulator dials" } | { kind: "own"; daily: number; hourly: number; quarterly: number; change: { afterHours: number; factor: number } | undefined };

const zones = ["America/New_York", "Europe/Berlin", "Asia/Kolkata", "Australia/Sydney", "America/Sao_Paulo"];
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** The plan of one campaign; the same seed and index make the same one. */
export function planOf(seed: number, index: number): CampaignPlan {
  const random = seededRandom(seed * 7_919 + index * 104_729);
  const shape = shapes[index % shapes.length] ?? "one window a day";
  const between = (from: number, to: number): number => from + (to - from) * random();
  const likely = (from: number, to: number): number => from * (to / from) ** random();
  const oneOf = <T>(...list: [T, ...T[]]): T => list[Math.floor(random() * list.length)] ?? list[0];

  const contacts = Math.round(shape === "small" ? likely(50, 300) : shape === "large" ? likely(8_000, 20_000) : likely(300, 6_000));
  const maxRetries = shape === "no retries" ? 0 : shape === "many retries, short rests" ? oneOf(4, 5) : oneOf(0, 1, 2, 3);
  const cooldownHours = shape === "many retries, short rests" ? oneOf(1, 2) : shape === "long rests" ? oneOf(24, 36, 48) : oneOf(1, 2, 4, 24);
  // First calls and what follows them would take so many open hours.
  const openHours = shape === "small" ? likely(2, 12) : likely(4, 100);
  const callsPerHour = Math.max(10, (contacts * (1 + 0.4 * maxRetries ** 0.5)) / openHours);
  return {
    seed: Math.floor(random() * 2 ** 31),
    shape,
    timeZone: oneOf("America/New_York", ...zones),
    windows: windowsOf(shape, random),
    files: filesOf(shape, contacts, openHours, random),
    callsPerHour,
    maxRetries,
    cooldownHours,
    voicemailIsFinal: random() < 0.5,
    rowStyle: random() < 0.7 ? "row_per_attempt" : "row_in_place",
    retryShare: oneOf(0, 0.22, 0.5, 0.9, 1),
    mood: moodOf(shape, openHours, random),
    pause: shape === "paused for hours" ? { afterHours: between(1, 30), hours: between(0.5, 6) } : undefined,
  };
}

function windowsOf(shape: Shape, random: Random): WeeklyWindow[] {
  const days = shape === "weekdays only" || random() < 0.4 ? [1, 2, 3, 4, 5] : everyDay;
  const hour = (from: number, to: number): string => `${String(from + Math.floor(random() * (to - from + 1))).padStart(2, "0")}:${random() < 0.5 ? "00" : "30"}`;
  const ranges =
    shape === "over midnight"
      ? [{ start: hour(17, 20), end: hour(0, 3) }]
      : shape === "two windows a day"
        ? [{ start: hour(8, 9), end: hour(11, 12) }, { start: hour(14, 15), end: hour(18, 20) }]
        : [{ start: hour(8, 10), end: hour(15, 20) }];
  return days.flatMap((weekday) => ranges.map((range) => ({ weekday, ...range })));
}

function filesOf(shape: Shape, contacts: number, openHours: number, random: Random): PlannedFile[] {
  const file = (records: number, addedAfterHours: number, recordsPerHour: number): PlannedFile => ({
    records,
    rejected: Math.floor(records * 0.06 * random()),
    addedAfterHours,
    recordsPerHour,
  });
  const atOnce = Number.POSITIVE_INFINITY;
  if (shape === "files read slowly") {
    const slow = Math.round(contacts * (0.3 + 0.4 * random()));
    return [file(contacts - slow, -1, atOnce), file(slow, -0.5, slow / (openHours * (0.3 + 1.2 * random())))];
  }
  if (shape === "a file added later") {
    const later = Math.round(contacts * (0.2 + 0.3 * random()));
    return [file(contacts - later, -1, atOnce), file(later, 2 + openHours * random(), atOnce)];
  }
  return [file(contacts, -1, atOnce)];
}

function moodOf(shape: Shape, openHours: number, random: Random): Mood {
  const changes = shape === "pace changes";
  if (!changes && shape !== "over midnight" && random() < 0.3) return { kind: "as the simulator dials" };
  const factor = 2 ** (normal(random) * 0.7);
  return {
    kind: "own",
    daily: 0.25 * random(),
    hourly: 0.3 * random(),
    quarterly: 0.05 + 0.3 * random(),
    change: changes ? { afterHours: openHours * 2 * random(), factor: Math.max(0.4, Math.min(2.5, factor)) } : undefined,
  };
}
