import { figureNames, type FigureName } from "./figure-choice.ts";

/** One campaign of a wall. */
export type Target = { connection: string; campaign: string };

/** How a wall is set up: all of it stands in its address. */
export type WallOptions = {
  campaigns: Target[];
  /** How long each campaign is shown. */
  everyMilliseconds: number;
  zone: "campaign" | "mine" | "utc";
  /** At most five, in this order; `undefined`: those that are reported. */
  figures: FigureName[] | undefined;
  shift: boolean;
  sound: boolean;
  flash: boolean;
  /** Share of finished calls that failed, 0–100, from which on a person is needed; `undefined`: never. */
  failuresPercent: number | undefined;
  /** What is wrong with the address, one sentence each. */
  mistakes: string[];
};

export const mostCampaigns = 24;
const mostFigures = 5;
const shortestSeconds = 5;
const longestSeconds = 3_600;
const names = ["campaigns", "every", "theme", "zone", "figures", "shift", "sound", "flash", "failures"];

/** Reads a wall's path, `/wall` or `/wall/{connection}/{campaign}`, and its query. What is wrong is said, and the rest holds. */
export function wallOptions(path: string, query: string): WallOptions {
  const mistakes: string[] = [];
  const parameters = new URLSearchParams(query);
  const wrong = (name: string, says: string): void => void mistakes.push(`“${name}=${parameters.get(name) ?? ""}” cannot be used: ${says}.`);

  function word<T extends string>(name: string, words: readonly T[], otherwise: T): T {
    const text = parameters.get(name);
    const known = words.find((each) => each === text);
    if (text !== null && known === undefined) wrong(name, `write ${listed(words)}`);
    return known ?? otherwise;
  }

  for (const name of new Set(parameters.keys())) {
    if (!names.includes(name)) mistakes.push(`This wall knows no option “${name}”; it knows ${listed(names, "and")}.`);
  }
  word("theme", ["dark", "light", "system"], "dark");
  const { campaigns, says } = targetsOf(path, parameters.get("campaigns"));
  if (says !== undefined) mistakes.push(says);
  const everySeconds = secondsOf(parameters.get("every"));
  if (everySeconds === undefined) wrong("every", `write a time from ${shortestSeconds}s to ${longestSeconds / 60}m, as in every=30s`);
  const failures = parameters.get("failures") ?? "30";
  const failuresPercent = /^([1-9]\d?|100)$/.test(failures) ? Number(failures) : undefined;
  if (failuresPercent === undefined && failures !== "off") wrong("failures", "write a percentage from 1 to 100, or off");
  const asked = parameters.get("figures")?.split(",");
  const figures = asked?.flatMap((text) => figureNames.filter((name) => name === text));
  if (asked !== undefined && (figures?.length !== asked.length || asked.length > mostFigures)) wrong("figures", `write at most ${mostFigures} of ${figureNames.join(", ")}, with commas between them`);
  const isOn = (name: string): boolean => word(name, ["on", "off"], "off") === "on";
  return {
    campaigns,
    everyMilliseconds: (everySeconds ?? 30) * 1_000,
    zone: word("zone", ["campaign", "mine", "utc"], "campaign"),
    figures: figures === undefined || figures.length === 0 ? undefined : [...new Set(figures)].slice(0, mostFigures),
    shift: isOn("shift"),
    sound: isOn("sound"),
    flash: isOn("flash"),
    failuresPercent,
    mistakes,
  };
}

/** The campaigns of a wall: that of its path, then those of its list, each once. */
function targetsOf(path: string, list: string | null): { campaigns: Target[]; says?: string } {
  const parts = path.replace(/\/$/, "").split("/").slice(2);
  const asked = [...(parts.length === 0 ? [] : [parts.join("/")]), ...(list === null || list === "" ? [] : list.split(","))];
  const found = asked.map(targetOf);
  const campaigns = new Map(found.flatMap((target) => (target === undefined ? [] : [[JSON.stringify([target.connection, target.campaign]), target]])));
  const bad = asked.find((_, index) => found[index] === undefined);
  const shown = { campaigns: [...campaigns.values()].slice(0, mostCampaigns) };
  if (bad !== undefined) return { ...shown, says: `“${bad}” names no campaign: write connection/campaign, as in /wall/acme/spring-sale or /wall?campaigns=acme/spring-sale,acme/renewals.` };
  return campaigns.size > mostCampaigns ? { ...shown, says: `A wall shows at most ${mostCampaigns} campaigns; the last ${campaigns.size - mostCampaigns} of this one are left out.` } : shown;
}

/** `acme/spring-sale`, each part as it stands in an address. */
function targetOf(text: string): Target | undefined {
  const [connection = "", campaign = "", ...rest] = text.split("/").map(decoded);
  return connection === "" || campaign === "" || rest.length > 0 ? undefined : { connection, campaign };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return "";
  }
}

/** `30s`, `2m`, or seconds alone; 30 where nothing is said. */
function secondsOf(text: string | null): number | undefined {
  if (text === null) return 30;
  const [, digits, unit] = /^(\d{1,5})(s|m)?$/.exec(text) ?? [];
  const seconds = Number(digits) * (unit === "m" ? 60 : 1);
  return seconds >= shortestSeconds && seconds <= longestSeconds ? seconds : undefined;
}

function listed(words: readonly string[], joint = "or"): string {
  return `${words.slice(0, -1).join(", ")} ${joint} ${words.at(-1) ?? ""}`;
}
