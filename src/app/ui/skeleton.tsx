/** A shape where a figure will stand. It does not shimmer. `className` gives its size. */
export function Skeleton({ className }: { className: string }) {
  return <span className={`block rounded-[4px] bg-track ${className}`} />;
}
