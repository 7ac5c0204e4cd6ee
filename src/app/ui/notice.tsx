import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

const tones = {
  warn: { strip: "bg-warn-tint", icon: "text-warn" },
  danger: { strip: "bg-danger-tint", icon: "text-danger" },
  neutral: { strip: "bg-surface", icon: "text-ink-2" },
};

type NoticeBarProps = {
  tone: "warn" | "neutral" | "danger";
  icon: IconName;
  action?: ReactNode;
  children: ReactNode;
};

/** A strip that says one thing about the data, with at most one remedy. */
export function NoticeBar({ tone, icon, action, children }: NoticeBarProps) {
  return (
    <div className={`flex min-h-10 items-start gap-[9px] rounded-2 px-3 py-2 max-phone:flex-wrap ${tones[tone].strip}`}>
      <Icon name={icon} className={`mt-[5px] ${tones[tone].icon}`} />
      <div className="min-w-0 flex-1 self-center py-0.5 text-pretty [overflow-wrap:anywhere]">{children}</div>
      {action !== undefined && <div className="flex-none self-center">{action}</div>}
    </div>
  );
}
