import type { CallboardOptions } from "./embed-types.ts";

const heights = { min: 100, max: 10_000 };
const usual = { min: 320, max: 750 };
const themes: readonly unknown[] = ["system", "light", "dark"];

/** The limits of the frame's height, pixels; a single height is both. */
export function limitsOf(height: CallboardOptions["height"] = usual): { min: number; max: number } {
  const { min, max } = typeof height === "number" ? { min: height, max: height } : height;
  if (!(min >= heights.min && max >= min && max <= heights.max)) {
    throw new TypeError(`Callboard: height must be from ${heights.min} to ${heights.max} pixels, or { min, max } of these`);
  }
  return { min, max };
}

/** Throws a `TypeError` that says which option a script without types got wrong. */
export function checkOptions({ theme, contact, visible, getToken, onEvent }: Partial<CallboardOptions>): void {
  if (theme !== undefined && !themes.includes(theme)) throw new TypeError(`Callboard: theme must be one of ${themes.join(", ")}`);
  if (contact !== undefined && contact !== null && typeof contact !== "string") throw new TypeError("Callboard: contact must be a telephone number as text, or null");
  if (visible !== undefined && typeof visible !== "boolean") throw new TypeError("Callboard: visible must be true or false");
  for (const [name, given] of Object.entries({ getToken, onEvent })) {
    if (given !== undefined && typeof given !== "function") throw new TypeError(`Callboard: ${name} must be a function`);
  }
}

/** The frame's address. It names the page that embeds, so that the frame answers nobody else; never a contact. */
export function addressOf({ base, connection, campaign, theme }: CallboardOptions, from: { script: string | undefined; page: string; origin: string }): URL {
  if (!connection || !campaign) throw new TypeError("Callboard: connection and campaign must be named");
  const text = base ?? from.script;
  if (text === undefined || !URL.canParse(text, from.page)) throw new TypeError("Callboard: base must be the address of Callboard, such as https://callboard.example/");
  const root = new URL(text, from.page);
  const path = `embed/${encodeURIComponent(connection)}/${encodeURIComponent(campaign)}`;
  const parameters = new URLSearchParams({ host: from.origin });
  if (theme !== undefined && theme !== "system") parameters.set("theme", theme);
  // The static site has its routes in the fragment.
  if (root.hash !== "") root.hash = `#/${path}?${parameters}`;
  else {
    root.pathname = `${root.pathname.replace(/[^/]*$/, "")}${path}`;
    root.search = parameters.toString();
  }
  return root;
}
