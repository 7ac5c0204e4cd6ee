import type { Instant } from "#campaign/campaign.ts";
import type { Cooldown, Left, Sentence } from "#campaign/sentence.ts";
import { formatAge, formatCount, formatCounted } from "../../ui/format.ts";
import { dayAndClock, dayAndTime } from "./moment-words.ts";

type CauseContext = {
  now: Instant;
  /** The zone times are shown in. */
  zone: string;
  /** Two lines are all there is room for. */
  brief?: boolean;
};

/** Why, as far as the sentence knows it, without its full stop. */
export function wordCause(sentence: Sentence, context: CauseContext): string | undefined {
  switch (sentence.kind) {
    case "calling":
      return sentence.linesInUse === undefined ? undefined : wordLines(sentence.linesInUse);
    case "stalled":
      return sentence.left && wordLeft(sentence.left);
    case "waiting_for_retries":
      return sentence.cooldown && wordCooldown(sentence.toRetry, sentence.cooldown, context);
    case "reading_contacts":
      return sentence.stuckSince === undefined ? undefined : `No record was read for ${formatAge(context.now - sentence.stuckSince)}`;
    default:
      return undefined;
  }
}

function wordLines(lines: number): string {
  return lines === 1 ? "Its only line is in use" : `All ${formatCount(lines)} lines are in use`;
}

function wordLeft({ waiting, onTheLine }: Left): string | undefined {
  const wait = waiting > 0 ? [`${formatCounted(waiting, "contact waits", "contacts wait")} to be called`] : [];
  const calls = onTheLine === undefined ? [] : [onTheLine === 0 ? "No call is on the line" : `${formatCounted(onTheLine, "call is", "calls are")} on the line`];
  const words = [...calls, ...wait].join(", ");
  return words === "" ? undefined : words;
}

function wordCooldown(toRetry: number, { first, last }: Cooldown, { now, zone, brief = false }: CauseContext): string {
  const end = dayAndTime(last, now, zone);
  const begin = dayAndClock(first, now, zone);
  if (brief) return `All ${formatCount(toRetry)} in cool-down, the first until ${begin}`;
  const rest = toRetry === 1 ? "The one remaining contact is in cool-down" : `All ${formatCount(toRetry)} remaining contacts are in cool-down`;
  return end.startsWith(begin) ? `${rest} until ${end}` : `${rest}, the first until ${begin}, the last until ${end}`;
}
