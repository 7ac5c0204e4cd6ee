import type { ReactNode } from "react";

const line = { fill: "none", stroke: "currentColor", strokeLinecap: "round", strokeLinejoin: "round" } as const;

const icons = {
  play: <path d="M5 3.2v9.6L12.6 8z" fill="currentColor" />,
  pause: <path d="M5.4 3.5v9M10.6 3.5v9" {...line} strokeWidth="2.2" />,
  draft: <circle cx="8" cy="8" r="5.6" {...line} strokeWidth="1.6" strokeLinecap="butt" strokeDasharray="2.2 2.2" />,
  updown: <path d="m5.2 6.2 2.8-2.8 2.8 2.8M5.2 9.8 8 12.6l2.8-2.8" {...line} strokeWidth="1.5" />,
  down: <path d="m4.5 6.4 3.5 3.5 3.5-3.5" {...line} strokeWidth="1.5" />,
  right: <path d="m6.4 4.5 3.5 3.5-3.5 3.5" {...line} strokeWidth="1.5" />,
  up: <path d="M8 13V3.4M4 7.2l4-4 4 4" {...line} strokeWidth="1.7" />,
  search: (
    <g {...line} strokeWidth="1.5">
      <circle cx="7" cy="7" r="4.4" />
      <path d="m10.4 10.4 3.2 3.2" />
    </g>
  ),
  share: <path d="M8 9.6V2.2M5.2 4.8 8 2l2.8 2.8M3.2 8v5.4h9.6V8" {...line} strokeWidth="1.5" />,
  export: <path d="M8 2.2v7.6M5.2 7.2 8 10l2.8-2.8M3.2 11v2.6h9.6V11" {...line} strokeWidth="1.5" />,
  theme: (
    <>
      <circle cx="8" cy="8" r="5.7" {...line} strokeWidth="1.5" />
      <path d="M8 2.3a5.7 5.7 0 0 1 0 11.4z" fill="currentColor" />
    </>
  ),
  warn: (
    <>
      <path d="M8 1.8 15 14H1z" {...line} strokeWidth="1.6" />
      <path d="M8 6.3v3.4" {...line} strokeWidth="1.7" />
      <circle cx="8" cy="11.8" r=".95" fill="currentColor" />
    </>
  ),
  offline: (
    <>
      <path
        d="M1.6 6.2A9.4 9.4 0 0 1 8 3.7a9.4 9.4 0 0 1 6.4 2.5M4.2 9.2A5.6 5.6 0 0 1 8 7.7a5.6 5.6 0 0 1 3.8 1.5"
        {...line}
        strokeWidth="1.5"
      />
      <circle cx="8" cy="12.2" r="1.2" fill="currentColor" />
      <path d="m2.4 2 11.2 12" {...line} strokeWidth="1.5" />
    </>
  ),
  check: <path d="M3.2 8.4 6.6 11.8 12.8 4.8" {...line} strokeWidth="1.7" />,
  x: <path d="m4 4 8 8m0-8-8 8" {...line} strokeWidth="1.6" />,
  file: <path d="M3.6 1.8h5.6l3.2 3.2v9.2H3.6zM9 2v3.2h3.2" {...line} strokeWidth="1.4" />,
  link: (
    <path
      d="M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.4 6.6a2.6 2.6 0 0 0-3.7 0L3.4 8.9a2.6 2.6 0 0 0 3.7 3.7l.8-.8"
      {...line}
      strokeWidth="1.4"
    />
  ),
  open: <path d="M6.4 3.4H3.2v9.4h9.4V9.6M9.2 2.6h4.2v4.2M13 3 7.6 8.4" {...line} strokeWidth="1.4" />,
  more: (
    <g fill="currentColor">
      <circle cx="3.4" cy="8" r="1.3" />
      <circle cx="8" cy="8" r="1.3" />
      <circle cx="12.6" cy="8" r="1.3" />
    </g>
  ),
  columns: <path d="M2.4 3h11.2v10H2.4zM6.2 3v10M9.9 3v10" {...line} strokeWidth="1.4" />,
  clock: (
    <g {...line} strokeWidth="1.5">
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.8V8l2.2 1.4" />
    </g>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof icons;

/** A sign of the interface in the ink around it. Decorative: name the control, not the icon. */
export function Icon({ name, size = 14, className = "" }: { name: IconName; size?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      className={`inline-block flex-none align-[-2px] ${className}`}
    >
      {icons[name]}
    </svg>
  );
}
