/**
 * Puts a fixed box under its anchor, or above where there is no room below; where there is none
 * at all it covers the anchor, but nothing of it is off the screen. Box and anchor must be laid out.
 */
export function placeBy(anchor: Element, box: HTMLElement, align: "start" | "end" | "center" = "start"): void {
  const gap = 4;
  const margin = 8;
  const a = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const wished = align === "start" ? a.left : align === "end" ? a.right - width : a.left + (a.width - width) / 2;
  const left = Math.max(margin, Math.min(wished, document.documentElement.clientWidth - width - margin));
  const below = a.bottom + gap;
  const fitsBelow = below + height + margin <= window.innerHeight;
  const fitsAbove = a.top >= height + gap + margin;
  const top = fitsBelow ? below : fitsAbove ? a.top - gap - height : Math.max(margin, window.innerHeight - margin - height);
  box.style.left = `${Math.round(left)}px`;
  box.style.top = `${Math.round(top)}px`;
}
