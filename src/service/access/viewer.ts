import { isWholeNumber } from "#campaign/same-number.ts";
import { z } from "zod";

/** What a viewer sees of the numbers called: all, country code and last four digits, or nothing. */
export const NumberPolicy = z.enum(["full", "masked", "none"]);
export type NumberPolicy = z.infer<typeof NumberPolicy>;

/** What a viewer may do beyond looking; each is off unless granted. `recordings` covers analyses of calls too. */
export const Permission = z.enum(["recordings", "export", "displays"]);
export type Permission = z.infer<typeof Permission>;

/** Where a grant is used. A wall reads aggregates only, whatever its number policy. */
export const Surface = z.enum(["page", "embed", "wall"]);
export type Surface = z.infer<typeof Surface>;

/** A campaign's id, or a pattern in which `*` stands for any characters. */
const CampaignPattern = z.string().min(1).max(200);
const mostPatterns = 500;

/** By connection name, or `*` for every connection: the campaigns that may be read. */
export const CampaignScope = z.record(z.string().regex(/^(\*|[a-z0-9][a-z0-9-]{0,62})$/), z.array(CampaignPattern).min(1).max(mostPatterns));
export type CampaignScope = z.infer<typeof CampaignScope>;

/** A telephone number, E.164 or national, as somebody writes it. */
export const ContactNumber = z.string().trim().max(40).refine(isWholeNumber, "must be a telephone number of 7 to 15 digits");

/** What somebody may see. */
export const Grant = z.object({
  campaigns: CampaignScope,
  surface: Surface,
  numbers: NumberPolicy,
  permissions: z.array(Permission),
  /** The telephone number that this is about, where it is about one: whose calls the viewer may ask for by it. */
  contact: ContactNumber.optional(),
});
export type Grant = z.infer<typeof Grant>;

/** Who is looking. */
export type Viewer = {
  /** Tells viewers apart for limits and logs; no name of a person, no secret. */
  key: string;
  /** What the viewer is called; shown to nobody else. */
  label: string;
  numbers: NumberPolicy;
  surface: Surface;
  permissions: ReadonlySet<Permission>;
  /** By a session of a browser, which can be ended there. */
  signedIn: boolean;
  /** Whose calls a viewer who sees no whole numbers may ask for; nobody else's then. */
  contact: string | undefined;
  /** Connections and campaigns outside the scope look to the viewer as if they might not exist. */
  mayReadSome(connection: string): boolean;
  mayReadAll(connection: string): boolean;
  mayRead(connection: string, campaign: string): boolean;
  /** Campaigns that the grant names by their ids, beside those it lets in by patterns. */
  named: readonly { connection: string; campaign: string }[];
};

/** A viewer with a grant. */
export function viewerWith(grant: Grant, { key, label, signedIn = false }: Pick<Viewer, "key" | "label"> & Partial<Pick<Viewer, "signedIn">>): Viewer {
  const scope = new Map(Object.entries(grant.campaigns).map(([connection, patterns]) => [connection, patterns.map((pattern) => ({ pattern, fits: matcherOf(pattern) }))]));
  const matchers = (connection: string) => [...(scope.get(connection) ?? []), ...(scope.get("*") ?? [])];
  return {
    key,
    label,
    numbers: grant.numbers,
    surface: grant.surface,
    permissions: new Set(grant.permissions),
    signedIn,
    contact: grant.contact,
    named: [...scope].flatMap(([connection, patterns]) => (connection === "*" ? [] : patterns.flatMap(({ pattern }) => (pattern.includes("*") ? [] : [{ connection, campaign: pattern }])))),
    mayReadAll: (connection) => matchers(connection).some(({ pattern }) => pattern === "*"),
    mayReadSome: (connection) => matchers(connection).length > 0,
    mayRead: (connection, campaign) => matchers(connection).some(({ fits }) => fits(campaign)),
  };
}

/** Whoever reaches a host without access control: its operator. */
export const operator: Viewer = viewerWith(
  { campaigns: { "*": ["*"] }, surface: "page", numbers: "full", permissions: Permission.options },
  { key: "operator", label: "operator" },
);

/** `*` matches any characters; the rest stands for itself. Compared part by part, so that no pattern is expensive. */
function matcherOf(pattern: string): (id: string) => boolean {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) return (id) => id === first;
  return (id) => {
    if (id.length < first.length + last.length || !id.startsWith(first) || !id.endsWith(last)) return false;
    let at = first.length;
    for (const part of rest) {
      const found = id.indexOf(part, at);
      if (found === -1) return false;
      at = found + part.length;
    }
    return at <= id.length - last.length;
  };
}
