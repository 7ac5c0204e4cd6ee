/** Moves focus among a menu's items. `key` is a key's name or `first`; false if it moves nothing. */
export function moveFocus(menu: HTMLElement, key: string): boolean {
  const items = [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]")];
  if (items.length === 0) return false;
  const at = items.findIndex((item) => item === document.activeElement);
  const target = targetOf(
    items.map((item) => item.textContent ?? ""),
    at,
    key,
  );
  if (target === undefined) return false;
  items[target]?.focus();
  return true;
}

/** Which item a key leads to: arrows wrap round, a letter goes to the next item that begins with it. */
export function targetOf(labels: string[], at: number, key: string): number | undefined {
  const count = labels.length;
  switch (key) {
    case "first":
    case "Home":
      return 0;
    case "End":
      return count - 1;
    case "ArrowDown":
      return (at + 1) % count;
    case "ArrowUp":
      return (Math.max(at, 0) - 1 + count) % count;
    default: {
      if (key.length !== 1 || key === " ") return undefined;
      const letter = key.toLocaleLowerCase();
      for (let step = 1; step <= count; step++) {
        const index = (Math.max(at, 0) + step) % count;
        if (labels[index]?.trim().toLocaleLowerCase().startsWith(letter)) return index;
      }
      return undefined;
    }
  }
}
