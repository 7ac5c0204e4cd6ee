/* U+202F, the thin space that does not break: between a number and its unit. */
const thin = "\u202f";

const counts = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const percents = new Intl.NumberFormat("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** 18,420 */
export function formatCount(value: number): string {
  return counts.format(value);
}

/** 20 contacts, 1 contact. */
export function formatCounted(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/** 64.6 %, from 0–100. A share that is not quite none or all is never rounded to it. */
export function formatPercent(value: number): string {
  if (value > 0 && value < 0.1) return `< 0.1${thin}%`;
  const shown = value < 100 && value > 99.9 ? 99.9 : value;
  return `${percents.format(shown)}${thin}%`;
}

const pad = (value: number) => String(value).padStart(2, "0");

/** A conversation's length: 2 m 03 s, 0 m 24 s, 1 h 02 m. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole >= 3600) return `${Math.floor(whole / 3600)}${thin}h ${pad(Math.floor((whole % 3600) / 60))}${thin}m`;
  return `${Math.floor(whole / 60)}${thin}m ${pad(whole % 60)}${thin}s`;
}

/** A time to wait, in its two largest units: 24 h, 2 h 14 min, 3 days 4 h, 30 s. */
export function formatWait(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  if (seconds < 60) return `${seconds}${thin}s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}${thin}min`;
  if (minutes < 48 * 60) return join(Math.floor(minutes / 60), "h", minutes % 60, "min");
  const hours = Math.round(minutes / 60);
  return join(Math.floor(hours / 24), "days", hours % 24, "h");
}

function join(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large}${thin}${largeUnit}` : `${large}${thin}${largeUnit} ${small}${thin}${smallUnit}`;
}

/** How old something is, in its largest unit: 3 s, 12 min, 2 h, 3 days. */
export function formatAge(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return `${seconds}${thin}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}${thin}min`;
  if (seconds < 48 * 3600) return `${Math.floor(seconds / 3600)}${thin}h`;
  return `${Math.floor(seconds / 86400)}${thin}days`;
}

export {
  formatCalendarDate,
  formatClock,
  formatClockSeconds,
  formatDate,
  formatDay,
  formatDayTime,
  wholeMinute,
  zoneName,
} from "./format-instant.ts";
