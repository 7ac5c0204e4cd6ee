/** A place in a JSON value: the keys that lead there. The empty place is the value itself. */
export type Place = readonly string[];

/** `data.calls.0.id`, and "" for the whole. */
export function placeText(place: Place): string {
  return place.join(".");
}

export function placeOf(text: string): Place {
  return text === "" ? [] : text.split(".");
}

/** Every place of a value, itself included. */
export function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== "object" || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...place, key]))];
}

/** The value with what `change` makes of the part at a place; `undefined` leaves the part out. Elsewhere nothing changes. */
export function changeAt(value: unknown, [key, ...rest]: Place, change: (part: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .map(([name, part]): [string, unknown] => [name, name === key ? changeAt(part, rest, change) : part])
    .filter(([, part]) => part !== undefined);
  // Own keys, "__proto__" among them, as JSON.parse makes them.
  return Array.isArray(value) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}

/** The value with one more own key in the object at a place. */
export function addAt(value: unknown, place: Place, key: string, part: unknown): unknown {
  return changeAt(value, place, (whole) => {
    if (typeof whole !== "object" || whole === null || Array.isArray(whole)) return whole;
    return Object.fromEntries<unknown>([...Object.entries(whole), [key, part]]);
  });
}
