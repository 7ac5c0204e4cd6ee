import { existsSync, readFileSync } from "node:fs";

const ticksPerSecond = 100;

/** @param {number} pid  @returns {number} processor seconds used so far, all threads; NaN where there is no /proc */
export function cpuSeconds(pid) {
  if (!existsSync(`/proc/${pid}/stat`)) return Number.NaN;
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
