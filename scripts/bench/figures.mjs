/** The value below which `share` percent lie. @param {number[]} values @param {number} share */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN;
}

/** @param {number} value */
export function short(value) {
  if (!Number.isFinite(value)) return "–";
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", { maximumFractionDigits: value === 0 ? 0 : digits });
}

/** @param {number} value */
export const milliseconds = (value) => `${short(value)} ms`;
/** @param {number} value */
export const kilobytes = (value) => (value >= 1e6 ? `${short(value / 1e6)} MB` : `${short(value / 1e3)} kB`);

/** Rows as a Markdown table whose columns line up. @param {string[]} head @param {string[][]} rows */
export function table(head, rows) {
  const widths = head.map((title, column) => Math.max(...[title, ...rows.map((row) => row[column] ?? "")].map((text) => text.length)));
  const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rows.map(line)].join("\n");
}
