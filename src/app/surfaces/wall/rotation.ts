/** What the rotation knows of one campaign. */
export type Turn = {
  key: string;
  /** There is something to show: what was read, or why there is nothing. */
  ready: boolean;
  /** A person is needed. */
  needed: boolean;
};

/** Whose turn it is, and whose it was when. */
export type Rotation = {
  shown: string | undefined;
  /** When the turn began, ms of any clock that only goes forward. */
  since: number;
  /** The number of each campaign's latest turn. */
  turns: ReadonlyMap<string, number>;
  count: number;
  /** Campaigns that need a person and were shown since they do. */
  told: ReadonlySet<string>;
  /** The turn came early, because somebody is needed. */
  early: boolean;
};

export const notBegun: Rotation = { shown: undefined, since: 0, turns: new Map(), count: 0, told: new Set(), early: false };

/**
 * The rotation a moment later. The turn passes when its time is over: next comes who newly needs a person – at most
 * every other turn, so that nobody is kept from the screen – else who was not shown for longest. A campaign that has
 * nothing to show yet is passed over.
 */
export function rotate(before: Rotation, turns: readonly Turn[], now: number, everyMilliseconds: number): Rotation {
  const needed = new Set(turns.flatMap((turn) => (turn.needed ? [turn.key] : [])));
  const told = new Set([...before.told].filter((key) => needed.has(key)));
  const current = turns.find(({ key }) => key === before.shown);
  const calm = told.size === before.told.size ? before : { ...before, told };
  const isOver = current === undefined || !current.ready || now - before.since >= everyMilliseconds;
  if (!isOver) return current.needed && !told.has(current.key) ? { ...calm, told: new Set([...told, current.key]) } : calm;

  const others = turns.filter(({ key, ready }) => ready && key !== before.shown);
  const raised = before.early ? undefined : oldest(others.filter(({ key }) => needed.has(key) && !told.has(key)), before.turns);
  const next = raised ?? oldest(others, before.turns) ?? current ?? turns[0];
  if (next === undefined) return calm;
  // Alone on the wall: its turn just goes on.
  if (next.key === before.shown) return calm;
  const count = before.count + 1;
  return {
    shown: next.key,
    since: now,
    turns: new Map([...before.turns, [next.key, count]]),
    count,
    told: needed.has(next.key) ? new Set([...told, next.key]) : told,
    early: raised !== undefined,
  };
}

/** Who was not shown for longest; of those never shown, the first. */
function oldest(turns: readonly Turn[], shownAt: ReadonlyMap<string, number>): Turn | undefined {
  let found: Turn | undefined;
  for (const turn of turns) {
    if (found === undefined || (shownAt.get(turn.key) ?? 0) < (shownAt.get(found.key) ?? 0)) found = turn;
  }
  return found;
}
