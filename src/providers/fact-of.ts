import type { Fact } from "#campaign/fact.ts";

/*
 * Facts from wire values: none where there is nothing to say, so that a platform's
 * list of facts is these, spread one after the other.
 */

type About = { label: string; source: string; place?: Fact["place"] };
type Missing = null | undefined;

function fact({ label, source, place = "configuration" }: About, value: Fact["value"]): Fact[] {
  return [{ label, place, source, value }];
}

/** An address in somebody's own field may be a webhook's, which is a secret by itself: it is said to be there, and no more. */
function withoutAddress(text: string): string {
  return text.replace(/\b[a-z][a-z\d+.-]*:\/\/\S+/gi, "(an address)");
}

export function textFact(about: About, text: string | Missing): Fact[] {
  return text?.trim() ? fact(about, { kind: "text", text: withoutAddress(text) }) : [];
}

export function listFact(about: About, items: readonly string[] | Missing): Fact[] {
  const said = items?.filter((item) => item.trim()).map(withoutAddress) ?? [];
  return said.length > 0 ? fact(about, { kind: "list", items: said }) : [];
}

/** The campaign's own numbers, never those of people it calls. */
export function phoneFact(about: About, phones: readonly string[]): Fact[] {
  const numbers = phones.map((number) => number.trim()).filter((number) => number !== "");
  return numbers.length > 0 ? fact({ place: "summary", ...about }, { kind: "phone", numbers }) : [];
}

/** `at` in epoch milliseconds. */
export function instantFact(about: About, at: number | Missing): Fact[] {
  return at === null || at === undefined ? [] : fact(about, { kind: "instant", at });
}

export function yesNoFact(about: About, yes: boolean | Missing): Fact[] {
  return yes === null || yes === undefined ? [] : fact(about, { kind: "yes_no", yes });
}

export function durationFact(about: About, seconds: number | Missing): Fact[] {
  return seconds === null || seconds === undefined ? [] : fact(about, { kind: "duration", seconds });
}

export function countFact(about: About, count: number | Missing): Fact[] {
  return count === null || count === undefined ? [] : fact(about, { kind: "count", count });
}
