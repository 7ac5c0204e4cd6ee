import type { Status } from "#campaign/status.ts";
import { Badge } from "../../ui/badge.tsx";

const looks = {
  draft: { tone: "neutral", icon: "draft", word: "Draft" },
  scheduled: { tone: "neutral", icon: "clock", word: "Scheduled" },
  active: { tone: "ok", icon: "play", word: "Active" },
  paused: { tone: "warn", icon: "pause", word: "Paused" },
  inactive: { tone: "neutral", icon: "draft", word: "Inactive" },
  completed: { tone: "neutral", icon: "check", word: "Completed" },
  cancelled: { tone: "neutral", icon: "x", word: "Cancelled" },
} as const;

/** The campaign's status; one Callboard does not know shows the platform's own word. */
export function StatusBadge({ status }: { status: Status }) {
  if (status.kind === "unknown") return <Badge tone="neutral">{status.word}</Badge>;
  const { tone, icon, word } = looks[status.kind];
  return (
    <Badge tone={tone} icon={icon}>
      {word}
    </Badge>
  );
}
