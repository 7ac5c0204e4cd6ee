type WeekWindow = { weekday: number; start: string; end: string };

const dayNames = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Weekly windows in words: "Mon–Fri 09:00–17:00", "Mon, Wed 09:00–12:00 and 13:00–17:00; Sat 10:00–14:00". */
export function formatWeek(week: WeekWindow[]): string {
  if (week.length === 0) return "never";
  const hoursOfDay = new Map<number, string[]>();
  for (const { weekday, start, end } of [...week].sort((a, b) => a.start.localeCompare(b.start))) {
    hoursOfDay.set(weekday, [...(hoursOfDay.get(weekday) ?? []), start === "00:00" && end === "24:00" ? "all day" : `${start}–${end}`]);
  }
  const daysOfHours = new Map<string, number[]>();
  for (const weekday of [...hoursOfDay.keys()].sort((a, b) => a - b)) {
    const hours = (hoursOfDay.get(weekday) ?? []).join(" and ");
    daysOfHours.set(hours, [...(daysOfHours.get(hours) ?? []), weekday]);
  }
  return [...daysOfHours].map(([hours, days]) => `${formatDays(days)} ${hours}`).join("; ");
}

/** Runs of three or more days become a range: "Mon–Fri", "Mon, Tue", "Mon–Wed, Fri". */
function formatDays(days: number[]): string {
  const runs: number[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .map((run) => (run.length < 3 ? run.map(dayName).join(", ") : `${dayName(run[0] ?? 0)}–${dayName(run.at(-1) ?? 0)}`))
    .join(", ");
}

/** Mon … Sun for ISO weekdays 1 … 7. */
export function dayName(weekday: number): string {
  return dayNames[weekday] ?? String(weekday);
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Windows as stretches of single days, minutes from midnight; one over midnight becomes two. */
export function stretchesOf(week: WeekWindow[]): { weekday: number; from: number; to: number }[] {
  return week.flatMap(({ weekday, start, end }) => {
    const from = minutesOf(start);
    const to = minutesOf(end);
    if (to > from) return [{ weekday, from, to }];
    const next = { weekday: (weekday % 7) + 1, from: 0, to };
    return to === 0 ? [{ weekday, from, to: 1440 }] : [{ weekday, from, to: 1440 }, next];
  });
}

/** Open hours of a week. */
export function weeklyHours(week: WeekWindow[]): number {
  return stretchesOf(week).reduce((sum, { from, to }) => sum + to - from, 0) / 60;
}
