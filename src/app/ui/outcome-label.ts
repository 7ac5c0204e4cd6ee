import { type MarkName, markLabel } from "./mark.tsx";

/** The word of an outcome. A platform that does not tell calls on the line from those to be tried again has one word for both. */
export function outcomeLabel(name: MarkName, inProgressReported: boolean): string {
  return name === "in_progress" && !inProgressReported ? "Dialling or to retry" : markLabel(name);
}
