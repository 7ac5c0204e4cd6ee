import type { Status } from "#campaign/status.ts";
import { Badge } from "../../ui/badge.tsx";
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

/**
 * The campaign's status. A platform's own word is shown where Callboard does not know it, and
 * where it says more ("Preparing"); where it differs, it stands in the badge's title.
 */
export function StatusBadge({ status }: { status: Status }) {
  if (status.kind === "unknown") return <Badge tone="neutral">{status.word === "" ? "Status not reported" : status.word}</Badge>;
  const own = readableWord(status.word);
  const { tone, icon, word } = looks[status.kind];
  const shown = status.kind === "ready" && own !== "" ? own : word;
  return (
    <Badge tone={tone} icon={icon} title={status.word === "" || own.toLowerCase() === shown.toLowerCase() ? undefined : `Reported as “${status.word}”`}>
      {shown}
    </Badge>
  );
}
