import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

const tones = {
  ok: "text-ok inset-ring-ok/45",
  warn: "text-warn inset-ring-warn/45",
  neutral: "text-ink-2 inset-ring-line-strong",
};

type BadgeProps = { tone: keyof typeof tones; icon?: IconName; title?: string | undefined; children: ReactNode };

/** A state in a word, with its sign: outline, never filled. */
export function Badge({ tone, icon, title, children }: BadgeProps) {
  return (
    <span
      title={title}
      className={`inline-flex h-[22px] max-w-full items-center gap-[5px] rounded-full pr-[9px] text-note font-strong whitespace-nowrap inset-ring ${icon === undefined ? "pl-[9px]" : "pl-1.5"} ${tones[tone]}`}
    >
      {icon !== undefined && <Icon name={icon} size={12} />}
      <span className="truncate">{children}</span>
    </span>
  );
}
