import { type ReactNode, useId } from "react";

type BlockProps = {
  title: string;
  note?: ReactNode;
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A part of the statistics under its own heading; a group, so that the panel stays one landmark. */
export function Block({ title, note, aside, className = "", children }: BlockProps) {
  const headingId = useId();
  return (
    <div role="group" aria-labelledby={headingId} className={`min-w-0 ${className}`}>
      <div className="mb-4 embed:mb-1.5 flex min-h-6 flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <h3 id={headingId} className="text-title">
          {title}
        </h3>
        {note !== undefined && <p className="text-ink-3">{note}</p>}
        {aside !== undefined && <div className="ml-auto flex flex-wrap items-center gap-2 self-center">{aside}</div>}
      </div>
      {children}
    </div>
  );
}
