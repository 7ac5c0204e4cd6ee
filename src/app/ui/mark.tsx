import { memo, type ReactNode } from "react";

const line = { fill: "none", stroke: "currentColor" } as const;
const round = { strokeLinecap: "round", strokeLinejoin: "round" } as const;

/* Each shape differs in form, not only in colour. `--cut` is the colour behind the glyph. */
const marks = {
  completed: {
    label: "Completed",
    color: "var(--o-completed)",
    glyph: (
      <>
        <circle cx="8" cy="8" r="7" fill="currentColor" />
        <path d="M4.9 8.3 7.1 10.5 11.2 5.8" fill="none" stroke="var(--cut)" strokeWidth="1.8" {...round} />
      </>
    ),
  },
  voicemail: {
    label: "Voicemail",
    color: "var(--o-voicemail)",
    glyph: (
      <g {...line} strokeWidth="1.8">
        <circle cx="4" cy="8" r="2.8" />
        <circle cx="12" cy="8" r="2.8" />
        <path d="M4 10.8h8" />
      </g>
    ),
  },
  no_answer: {
    label: "No answer",
    color: "var(--o-no-answer)",
    glyph: <circle cx="8" cy="8" r="5.9" {...line} strokeWidth="2.2" />,
  },
  busy: {
    label: "Busy",
    color: "var(--o-busy)",
    glyph: (
      <>
        <circle cx="8" cy="8" r="7" fill="currentColor" />
        <path d="M4.6 8h6.8" stroke="var(--cut)" strokeWidth="2.2" strokeLinecap="round" />
      </>
    ),
  },
  failed: {
    label: "Failed",
    color: "var(--o-failed)",
    glyph: (
      <>
        <path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z" fill="currentColor" />
        <path d="m5.6 5.6 4.8 4.8m0-4.8-4.8 4.8" stroke="var(--cut)" strokeWidth="1.8" strokeLinecap="round" />
      </>
    ),
  },
  in_progress: {
    label: "In progress",
    color: "var(--o-in-progress)",
    glyph: (
      <g fill="currentColor">
        <rect x="1.5" y="5.5" width="3" height="5" rx="1.5" />
        <rect x="6.5" y="1.5" width="3" height="13" rx="1.5" />
        <rect x="11.5" y="4" width="3" height="8" rx="1.5" />
      </g>
    ),
  },
  queued: {
    label: "Queued",
    color: "var(--o-queued)",
    glyph: (
      <g {...line} strokeWidth="1.7" {...round}>
        <circle cx="8" cy="8" r="6.1" />
        <path d="M8 4.6V8l2.3 1.5" />
      </g>
    ),
  },
  cancelled: {
    label: "Cancelled",
    color: "var(--o-queued)",
    glyph: (
      <g {...line} strokeWidth="1.7" strokeLinecap="round">
        <circle cx="8" cy="8" r="6.1" />
        <path d="m3.8 3.8 8.4 8.4" />
      </g>
    ),
  },
  unknown: {
    label: "Unknown",
    color: "var(--o-queued)",
    glyph: (
      <>
        <circle cx="8" cy="8" r="6.2" {...line} strokeWidth="1.6" strokeDasharray="2.4 1.9" />
        <path d="M6.3 6.4a1.75 1.75 0 1 1 2.5 1.6c-.5.25-.8.6-.8 1.1" {...line} strokeWidth="1.5" strokeLinecap="round" />
        <circle cx="8" cy="11.2" r=".95" fill="currentColor" />
      </>
    ),
  },
  being_read: {
    label: "Being read",
    color: "var(--o-queued)",
    glyph: (
      <g {...line} strokeLinejoin="round">
        <path d="M3.5 1.8h6l3 3v9.4h-9z" strokeWidth="1.6" />
        <path d="M5.8 8.2h4.4M5.8 11h2.6" strokeWidth="1.5" />
      </g>
    ),
  },
  without_call: {
    label: "Without a call",
    color: "var(--o-queued)",
    glyph: <circle cx="8" cy="8" r="5.8" {...line} strokeWidth="1.6" strokeDasharray="2.2 2.2" />,
  },
  pending: {
    label: "Pending",
    color: "var(--o-queued)",
    glyph: <path d="M4 1.9h8M4 14.1h8M5.2 2v2.3c0 1.9 5.6 5.5 5.6 7.4V14M10.8 2v2.3c0 1.9-5.6 5.5-5.6 7.4V14" {...line} strokeWidth="1.6" {...round} />,
  },
  first_call_sent: {
    label: "First call sent",
    color: "var(--ink-2)",
    glyph: <path d="M2 8h11.4M9 3.4 13.6 8 9 12.6" {...line} strokeWidth="2" {...round} />,
  },
  rejected: {
    label: "Rejected",
    color: "var(--o-rejected)",
    glyph: (
      <g {...line} strokeWidth="1.7" strokeLinecap="round">
        <rect x="1.9" y="1.9" width="12.2" height="12.2" rx="2.4" />
        <path d="m4.6 11.4 6.8-6.8" />
      </g>
    ),
  },
  retry: {
    label: "To retry",
    color: "var(--ink-3)",
    glyph: (
      <g {...line} strokeWidth="1.6" {...round}>
        <path d="M13.2 8a5.2 5.2 0 1 1-1.6-3.75" />
        <path d="M12.1 1.4v3.2H8.9" />
      </g>
    ),
  },
} satisfies Record<string, { label: string; color: string; glyph: ReactNode }>;

export type MarkName = keyof typeof marks;

/** The glyph of an outcome or state, in its colour. Decorative: the word always stands beside it. */
export const Mark = memo(function Mark({ name, size = 14, className = "" }: { name: MarkName; size?: number; className?: string }) {
  const { color, glyph } = marks[name];
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      className={`inline-block flex-none align-[-2px] ${className}`}
      style={{ color }}
    >
      {glyph}
    </svg>
  );
});

/** The word that goes with the glyph: "No answer". */
export function markLabel(name: MarkName): string {
  return marks[name].label;
}

/** The fill of an outcome as a CSS value, for bars and segments. */
export function markColor(name: MarkName): string {
  return marks[name].color;
}
