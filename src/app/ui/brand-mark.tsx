/** The product's own sign. */
export function BrandMark({ size = 20 }: { size?: number }) {
  return (
    <svg viewBox="0 0 20 20" width={size} height={size} aria-hidden="true" className="flex-none wall:size-9">
      <rect x="1" y="1" width="18" height="18" rx="4.5" fill="var(--ink)" />
      <g fill="var(--canvas)">
        <rect x="4.6" y="5.2" width="10.8" height="2.2" rx="1.1" />
        <rect x="4.6" y="8.9" width="7" height="2.2" rx="1.1" />
        <rect x="4.6" y="12.6" width="3.4" height="2.2" rx="1.1" />
      </g>
    </svg>
  );
}
