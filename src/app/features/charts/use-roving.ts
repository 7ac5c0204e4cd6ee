import { type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from "react";

const moves: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * One tab stop for a table of buttons, arrow keys between them. Buttons carry
 * `data-cell="row,column"`; arrows pass over places that have none.
 */
export function useRoving(places: readonly string[]) {
  const [visited, setCurrent] = useState<string>();
  const current = visited !== undefined && places.includes(visited) ? visited : places[0];
  const latest = useRef(places);
  useLayoutEffect(() => {
    latest.current = places;
  });
  const onKeyDown = useCallback((event: KeyboardEvent<HTMLElement>) => {
    const move = moves[event.key];
    const from = event.currentTarget.dataset["cell"];
    if (!move || from === undefined) return;
    event.preventDefault();
    const next = nextCell(from, move, latest.current);
    if (next !== undefined) event.currentTarget.closest("table")?.querySelector<HTMLElement>(`[data-cell="${next}"]`)?.focus();
  }, []);
  return { current, setCurrent, onKeyDown };
}

/** The nearest place in the direction of the move, on the same row or column. */
export function nextCell(from: string, [down, right]: [number, number], places: readonly string[]): string | undefined {
  const [row = 0, column = 0] = from.split(",").map(Number);
  const ahead = places
    .map((place) => {
      const [placeRow = 0, placeColumn = 0] = place.split(",").map(Number);
      const along = (placeRow - row) * down + (placeColumn - column) * right;
      const aside = Math.abs((placeRow - row) * right) + Math.abs((placeColumn - column) * down);
      return { place, along, aside };
    })
    .filter(({ along, aside }) => along > 0 && aside === 0)
    .toSorted((a, b) => a.along - b.along);
  return ahead[0]?.place;
}
