import { type ReactNode, useId } from "react";

type SectionProps = {
  title: string;
  /** The anchor of the section, for links to it. */
  id: string;
  /** Controls at the right end of the heading's line. */
  aside?: ReactNode;
  /** A few words beside the heading. */
  note?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A landmark region named by its heading. */
export function Section({ title, id, aside, note, className = "", children }: SectionProps) {
  const headingId = useId();
  return (
    <section id={id} aria-labelledby={headingId} className={`scroll-mt-16 ${className}`}>
      <div className="mb-4 flex min-h-6 flex-wrap items-baseline gap-x-2.5 gap-y-1 embed:mb-1 embed:min-h-0">
        <h2 id={headingId} className="text-title embed:sr-only">
          {title}
        </h2>
        {note !== undefined && <p className="text-ink-3">{note}</p>}
        {aside !== undefined && <div className="ml-auto flex items-center gap-2 self-center">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
