import type { ZoneClock } from "../zone-clock.ts";
import { recentHours, spreads } from "./calibration.ts";
import type { OpenBin } from "./observed-bins.ts";

/** Attempts an hour of open time, as observed and as they may go on. */
export type PaceModel = {
  perHour: number;
  /** By local hour: how much more or less than usual is dialled then. */
  byHour: readonly number[];
  /** What quarter hours were of what was to be expected: 1 is as expected. */
  residuals: readonly number[];
  /** Standard deviation of the logarithm of pace, for as long as the campaign runs. */
  spread: number;
  changes: number;
  hours: number;
};

/** Days of one hour that count as much as the belief that all hours are alike. */
const hourBelief = 1.5;
/** Bins shorter than this say little of how much quarter hours differ. */
const leastBinHours = 0.15;
const mostResidual = 3;

/** The pace of bins, of which the newest say most. `undefined` where nothing was counted. */
export function paceModel(bins: readonly OpenBin[], clock: ZoneClock | undefined): PaceModel | undefined {
  const hours = sum(bins, (bin) => bin.hours);
  const changes = sum(bins, ({ count }) => count);
  if (hours === 0 || changes === 0) return undefined;
  const hourOf = ({ start }: OpenBin): number => clock?.local(start).hour ?? 0;
  const byHour = hourProfile(bins, changes / hours, hourOf, clock);

  let age = 0;
  let counted = 0;
  let expected = 0;
  for (const bin of bins.toReversed()) {
    const weight = 2 ** (-age / recentHours);
    counted += weight * bin.count;
    expected += weight * bin.hours * (byHour[hourOf(bin)] ?? 1);
    age += bin.hours;
  }
  const perHour = counted / expected;
  const littleSeen = spreads.littleSeen ** 2 / (1 + hours / spreads.halvedAfterHours);
  return {
    perHour,
    byHour,
    residuals: residualsOf(bins.map((bin) => ({ ...bin, expected: perHour * (byHour[hourOf(bin)] ?? 1) * bin.hours }))),
    spread: Math.sqrt(spreads.lasting ** 2 + littleSeen + 1 / changes),
    changes,
    hours,
  };
}

/** Hours seen on several days are believed; those seen on few or none are taken to be like the rest. */
function hourProfile(bins: readonly OpenBin[], usual: number, hourOf: (bin: OpenBin) => number, clock: ZoneClock | undefined): number[] {
  const seen = Array.from({ length: 24 }, () => ({ hours: 0, count: 0, days: new Set<number>() }));
  for (const bin of bins) {
    const hour = seen[hourOf(bin)];
    if (hour === undefined) continue;
    hour.hours += bin.hours;
    hour.count += bin.count;
    hour.days.add(clock?.local(bin.start).dayNumber ?? 0);
  }
  return seen.map(({ hours, count, days }) => {
    const observed = hours === 0 ? 1 : count / hours / usual;
    return (days.size * observed + hourBelief) / (days.size + hourBelief);
  });
}

function residualsOf(bins: readonly { hours: number; count: number; expected: number }[]): number[] {
  const found = bins.filter(({ hours, expected }) => hours >= leastBinHours && expected > 0);
  const ratios = found.map(({ count, expected }) => Math.min(mostResidual, count / expected));
  const mean = sum(ratios, (ratio) => ratio) / ratios.length;
  return ratios.length === 0 || mean === 0 ? [1] : ratios.map((ratio) => ratio / mean);
}

function sum<T>(list: readonly T[], of: (item: T) => number): number {
  return list.reduce((total, item) => total + of(item), 0);
}
