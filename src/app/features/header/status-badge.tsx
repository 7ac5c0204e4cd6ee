import type { Status } from "#campaign/status.ts";
import { Badge } from "../../ui/badge.tsx";
import type { IconName } from "../../ui/icon.tsx";
import { readableWord } from "../../ui/readable-word.ts";

const looks = {
  draft: { tone: "neutral", icon: "draft", word: "Draft" },
  ready: { tone: "neutral", icon: "clock", word: "Ready" },
  scheduled: { tone: "neutral", icon: "clock", word: "Scheduled" },
  active: { tone: "ok", icon: "play", word: "Active" },
  paused: { tone: "warn", icon: "pause", word: "Paused" },
  inactive: { tone: "neutral", icon: "draft", word: "Inactive" },
  completed: { tone: "neutral", icon: "check", word: "Completed" },
  cancelled: { tone: "neutral", icon: "x", word: "Cancelled" },
} as const;

/** The campaign's status in a word and a sign: the platform's own word where Callboard does not know it, and where it says more ("Preparing"). */
export function statusLook(status: Status): { tone: "ok" | "warn" | "neutral"; icon?: IconName; word: string } {
  if (status.kind === "unknown") return { tone: "neutral", word: status.word === "" ? "Status not reported" : status.word };
  const own = readableWord(status.word);
  const look = looks[status.kind];
  return status.kind === "ready" && own !== "" ? { ...look, word: own } : look;
}

/** The campaign's status. Where the platform's own word differs, it stands in the badge's title. */
export function StatusBadge({ status }: { status: Status }) {
  const { word, ...look } = statusLook(status);
  const isKnown = status.kind !== "unknown" && (status.word === "" || readableWord(status.word).toLowerCase() === word.toLowerCase());
  return (
    <Badge {...look} title={status.kind === "unknown" || isKnown ? undefined : `Reported as “${status.word}”`}>
      {word}
    </Badge>
  );
}
