import type { AnswerRate } from "#service/api.ts";

type Counted = Extract<AnswerRate, { kind: "drawn" }>["cells"][number];

export type HeatCell = Counted & {
  /** Whole percent; `undefined` under 20 finished calls, where a share would mislead. */
  percent: number | undefined;
  /** 0–5, lightest to fullest. */
  step: number;
  best: boolean;
};

export type HeatModel = {
  hours: number[];
  /** One row a weekday; `undefined` where nothing is open. */
  rows: { weekday: number; cells: (HeatCell | undefined)[] }[];
  /** Ends of the scale, percent. */
  low: number;
  high: number;
  best: HeatCell | undefined;
};

const steps = 6;
const fewestFinished = 20;

export function heatModel(counted: readonly Counted[]): HeatModel {
  const percents = counted.map(percentOf).filter((percent) => percent !== undefined);
  const { low, high } = ends(percents);
  const best = bestOf(counted);
  const byPlace = new Map<string, HeatCell>();
  for (const cell of counted) {
    const percent = percentOf(cell);
    const step = percent === undefined ? 0 : stepOf(percent, low, high);
    byPlace.set(place(cell.weekday, cell.hour), { ...cell, percent, step, best: cell === best });
  }
  const hours = ascending(counted.map(({ hour }) => hour));
  const weekdays = ascending(counted.map(({ weekday }) => weekday));
  const rows = weekdays.map((weekday) => ({
    weekday,
    cells: hours.map((hour) => byPlace.get(place(weekday, hour))),
  }));
  return { hours, rows, low, high, best: best && byPlace.get(place(best.weekday, best.hour)) };
}

/** The key of a cell, as the calls filter writes it: `2-11` for Tuesday 11:00–12:00. */
export function place(weekday: number, hour: number): string {
  return `${weekday}-${hour}`;
}

function percentOf({ completed, finished }: Counted): number | undefined {
  return finished < fewestFinished ? undefined : Math.round((100 * completed) / finished);
}

function bestOf(counted: readonly Counted[]): Counted | undefined {
  let best: Counted | undefined;
  for (const cell of counted) {
    if (cell.finished < fewestFinished) continue;
    if (!best || cell.completed / cell.finished > best.completed / best.finished) best = cell;
  }
  return best;
}

/** Fives that hold all shares, at least ten apart: small differences must not look large. */
function ends(percents: readonly number[]): { low: number; high: number } {
  const low = Math.min(90, Math.floor(Math.min(100, ...percents) / 5) * 5);
  return { low, high: Math.max(low + 10, Math.ceil(Math.max(0, ...percents) / 5) * 5) };
}

function stepOf(percent: number, low: number, high: number): number {
  return Math.min(steps - 1, Math.floor((steps * (percent - low)) / (high - low)));
}

function ascending(values: readonly number[]): number[] {
  return [...new Set(values)].toSorted((a, b) => a - b);
}
