/**
 * Puts a fixed box under its anchor, or above where there is no room below, and
 * keeps it on screen. Box and anchor must be laid out; 4 px between them.
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
  const top = fitsBelow || a.top < height + gap + margin ? below : a.top - gap - height;
  box.style.left = `${Math.round(left)}px`;
  box.style.top = `${Math.round(top)}px`;
}
