import type { IncomingMessage } from "node:http";
import { CampaignScope, type Viewer, viewerWith } from "#service/access/viewer.ts";
import { Remembered } from "../access/remembered.ts";
import type { Viewers } from "../access/viewers.ts";
import type { Display, Displays } from "../store/displays.ts";
import { displayCookieWith, displayTokenIn } from "./display-cookie.ts";
import { newSecret } from "./secrets.ts";

type Known = { viewer: Viewer; isDue: boolean };
type Options = {
  displays: Displays;
  /** Whether a request shows another credential, which then counts alone. */
  showsAnother: (incoming: IncomingMessage) => boolean;
  now: () => number;
};

/** The viewers of an access mode, and beside them displays that were paired. */
export function withDisplays(others: Viewers, { displays, showsAnother, now }: Options): Viewers {
  const remembered = new Remembered<Known>(now);

  const tokenOf = (incoming: IncomingMessage): string | undefined => (showsAnother(incoming) ? undefined : displayTokenIn(incoming.headers.cookie));
  const lookUp = async (token: string): Promise<Viewer | undefined> => {
    const known = remembered.recall(token);
    if (known !== undefined) return known.viewer;
    const shown = await displays.shown(token);
    const viewer = shown && viewerOf(shown.display);
    if (shown === undefined || viewer === undefined) return undefined;
    remembered.remember(token, { viewer, isDue: shown.isDue });
    return viewer;
  };

  return {
    atHand(incoming) {
      const other = others.atHand(incoming);
      if (other !== undefined) return other;
      const token = tokenOf(incoming);
      const known = token === undefined ? undefined : remembered.recall(token);
      // Only the long way sets a cookie.
      return known?.isDue === false ? known.viewer : undefined;
    },
    async of(incoming) {
      const other = await others.of(incoming);
      if (other !== undefined) return other;
      const token = tokenOf(incoming);
      return token === undefined ? undefined : lookUp(token);
    },
    ungranted: (incoming) => others.ungranted?.(incoming),
    async renewal(incoming) {
      const token = tokenOf(incoming);
      const known = token === undefined ? undefined : remembered.recall(token);
      if (token === undefined || known?.isDue !== true) return undefined;
      known.isDue = false;
      const next = newSecret();
      return (await displays.rotate(token, next)) ? displayCookieWith(next) : undefined;
    },
    forget() {
      others.forget();
      remembered.forget();
    },
  };
}

/** A display reads totals of its campaigns, sees no numbers and may do nothing. */
function viewerOf({ id, name, campaigns }: Display): Viewer | undefined {
  const scope = scopeOf(campaigns);
  return scope && viewerWith({ campaigns: scope, surface: "wall", numbers: "none", permissions: [] }, { key: `display ${id}`, label: name });
}

/** What a display may show, as it is kept. */
export function scopeOf(campaigns: string): CampaignScope | undefined {
  const value: unknown = JSON.parse(campaigns);
  return CampaignScope.safeParse(value).data;
}
