import { createHash } from "node:crypto";
import type { LockSession, SessionEvents } from "../store/lock-session.ts";
import type { Homes } from "./homes.ts";

/** A free home is taken by then, a lost session begun again. */
const roundMilliseconds = 2_000;
/** A home moves only where nobody looked through it for so long. */
const viewedMilliseconds = 30_000;
/** Whoever gave a home away leaves it to others for a while. */
const heldBackMilliseconds = 10_000;
/** Without a word from the database for so long nothing is held: less than it takes the database to give the locks to another. */
const trustedMilliseconds = 8_000;
/** A holder is not asked again sooner. */
const askedMilliseconds = 2_000;

type Open = (events: SessionEvents) => Promise<LockSession>;
type Listener = (connection: string, isHome: boolean) => void;

/** What is known of one connection. Times are milliseconds of `now`, long ago where it never was. */
type Place = { name: string; key: string; isHeld: boolean; isTried: boolean; viewedAt: number; askedAt: number; heldBackUntil: number };

/** Homes by locks of a database that several hosts share: whose session holds a connection's lock, that host is its home. */
export class SharedHomes implements Homes {
  readonly #places: readonly Place[];
  readonly #open: Open;
  readonly #now: () => number;
  readonly #listeners: Listener[] = [];
  #session: LockSession | undefined;
  #heardAt = Number.NEGATIVE_INFINITY;
  #isClosed = false;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void>;

  /** `now`: milliseconds that never go back. */
  constructor(connections: readonly string[], open: Open, now: () => number = () => performance.now()) {
    const never = Number.NEGATIVE_INFINITY;
    this.#places = connections.map((name) => ({ name, key: lockOf(name), isHeld: false, isTried: false, viewedAt: never, askedAt: never, heldBackUntil: never }));
    this.#open = open;
    this.#now = now;
    this.#round = this.#goRound();
  }

  isHome(connection: string): boolean {
    return this.#placeOf(connection)?.isHeld === true && this.#now() - this.#heardAt < trustedMilliseconds;
  }

  viewed(connection: string): void {
    const place = this.#placeOf(connection);
    if (place === undefined) return;
    place.viewedAt = this.#now();
    const session = this.#session;
    if (session === undefined || place.isHeld || this.#now() - place.askedAt < askedMilliseconds) return;
    place.askedAt = this.#now();
    // A question that fails ends the session, which is begun again in the next round; so below.
    session.tell(`want ${place.key}`).catch(() => {});
  }

  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#round;
    await this.#session?.end();
    this.#lost();
  }

  async #goRound(): Promise<void> {
    try {
      this.#session ??= await this.#begun();
      await this.#take(this.#session, this.#places.filter(({ heldBackUntil }) => this.#now() >= heldBackUntil));
    } catch {
      this.#lost();
    }
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.#round = this.#goRound();
    }, roundMilliseconds);
  }

  async #begun(): Promise<LockSession> {
    let session: LockSession | undefined;
    const onEnd = (): void => {
      // One that ended before it began, or another one, was lost already.
      if (session !== undefined && this.#session === session) this.#lost();
    };
    session = await this.#open({ onNote: (note) => this.#hear(note), onEnd });
    return session;
  }

  /** Every question, even for nothing, shows that the session lasts. A lock that is tried twice at once would be held twice. */
  async #take(session: LockSession, places: readonly Place[]): Promise<void> {
    const asked = this.#now();
    const wanted = places.filter(({ isHeld, isTried }) => !isHeld && !isTried);
    for (const place of wanted) place.isTried = true;
    const got = await session.tryAll(wanted.map(({ key }) => key)).finally(() => {
      for (const place of wanted) place.isTried = false;
    });
    if (session !== this.#session) return;
    this.#heardAt = asked;
    for (const place of wanted) if (got.includes(place.key)) this.#change(place, true);
  }

  #hear(note: string): void {
    const [word, key] = note.split(" ");
    const place = this.#places.find((each) => each.key === key);
    const session = this.#session;
    if (place === undefined || session === undefined) return;
    const isViewed = this.#now() - place.viewedAt <= viewedMilliseconds;
    if (word === "want" && place.isHeld && !isViewed) this.#giveAway(session, place).catch(() => {});
    if (word === "free" && isViewed) this.#take(session, [place]).catch(() => {});
  }

  async #giveAway(session: LockSession, place: Place): Promise<void> {
    place.heldBackUntil = this.#now() + heldBackMilliseconds;
    this.#change(place, false);
    await session.release(place.key);
    await session.tell(`free ${place.key}`);
  }

  #lost(): void {
    this.#session = undefined;
    for (const place of this.#places) this.#change(place, false);
  }

  #change(place: Place, isHeld: boolean): void {
    if (place.isHeld === isHeld) return;
    place.isHeld = isHeld;
    for (const listener of this.#listeners) listener(place.name, isHeld);
  }

  #placeOf(connection: string): Place | undefined {
    return this.#places.find(({ name }) => name === connection);
  }
}

/** The lock of a connection: 64 bits of its digest, signed, in decimal. */
function lockOf(connection: string): string {
  return createHash("sha256").update(`callboard:${connection}`).digest().readBigInt64BE(0).toString();
}
