/** Why a wall loads itself again. */
export type RenewalReason = "new build" | "memory" | "uptime";
type Renewal = { why: RenewalReason; at: string };

const lookMilliseconds = 60_000;
/** A wall is loaded again once a week: whatever the browser gathers in that time it lets go of. */
const longestUptimeMilliseconds = 7 * 86_400_000;
/** Several times what a wall needs, and far below what ends a page. */
const mostHeapBytes = 400 * 1024 * 1024;
/** After loading itself again a wall stays for this long, whatever it finds: nothing can make it loop. */
const shortestUptimeMilliseconds = 5 * 60_000;
const noteKey = "callboard.renewals";
const mostNotes = 20;

/** What is used of the browser. */
export type RenewalPage = {
  entry: string | undefined;
  /** The page as the server has it now; `undefined` where it does not answer as ours. */
  pageText(): Promise<string | undefined>;
  /** Bytes of the script heap, where the browser tells. */
  heapBytes(): number | undefined;
  /** Milliseconds since the page was loaded, on a clock that only goes forward. */
  uptimeMilliseconds(): number;
  reload(why: RenewalReason): void;
};

export type Renewals = {
  /** Looks once. `isCalm`: what is on screen can be had again, so that nothing readable is given up. */
  look(isCalm: () => boolean): Promise<void>;
};

/**
 * Loads the page again when the server has a new build of it – seen twice, so that half a deployment does not count –
 * when memory has grown beyond a bound, or after a week. Only when the server answers with the page.
 */
export function createRenewals(page: RenewalPage): Renewals {
  let newEntry: string | undefined;
  let isOver = false;
  return {
    async look(isCalm) {
      const uptime = page.uptimeMilliseconds();
      if (isOver || uptime < shortestUptimeMilliseconds) return;
      const served = entryOf((await page.pageText()) ?? "");
      if (served === undefined) return;
      const isNew = served !== page.entry;
      const isConfirmed = isNew && newEntry === served;
      newEntry = isNew ? served : undefined;
      const why = isConfirmed ? "new build" : (page.heapBytes() ?? 0) > mostHeapBytes ? "memory" : uptime > longestUptimeMilliseconds ? "uptime" : undefined;
      if (why === undefined || !isCalm() || isOver) return;
      isOver = true;
      page.reload(why);
    },
  };
}

/** The file name of the entry script in a page; it changes with what the page is built of. */
export function entryOf(html: string): string | undefined {
  return /<script[^>]*\bsrc="[^"]*?\bassets\/([^"/]+\.js)"/.exec(html)?.[1];
}

function browserPage(): RenewalPage {
  const script = document.querySelector<HTMLScriptElement>('script[type="module"][src]');
  const loadedAt = performance.now();
  return {
    entry: script?.src.split("/").at(-1),
    async pageText() {
      const answer = await fetch(window.location.pathname, { cache: "no-store", credentials: "same-origin", redirect: "error" }).catch(() => undefined);
      return answer?.ok === true ? answer.text().catch(() => undefined) : undefined;
    },
    heapBytes: () => ("memory" in performance ? heapOf(performance.memory) : undefined),
    uptimeMilliseconds: () => performance.now() - loadedAt,
    reload(why) {
      note({ why, at: new Date().toISOString() });
      window.location.reload();
    },
  };
}

function heapOf(memory: unknown): number | undefined {
  return typeof memory === "object" && memory !== null && "usedJSHeapSize" in memory && typeof memory.usedJSHeapSize === "number" ? memory.usedJSHeapSize : undefined;
}

/** Kept in this browser alone, for whoever looks why a wall blinked: `sessionStorage["callboard.renewals"]`. */
function note(renewal: Renewal): void {
  try {
    const before: unknown = JSON.parse(window.sessionStorage.getItem(noteKey) ?? "[]");
    const notes = [...(Array.isArray(before) ? (before as readonly unknown[]) : []), renewal];
    window.sessionStorage.setItem(noteKey, JSON.stringify(notes.slice(-mostNotes)));
  } catch {
    // Denied or full: the reload itself matters more.
  }
}

/** Looks every minute. Returns what ends it. */
export function renewBySelf(isCalm: () => boolean): () => void {
  const renewals = createRenewals(browserPage());
  const timer = setInterval(() => void renewals.look(isCalm), lookMilliseconds);
  return () => clearInterval(timer);
}
