import fc from "fast-check";
import { expect, test } from "vitest";
import { contactKey } from "#campaign/contact-number.ts";
import { Numbers } from "./numbers.ts";
import { orderOfTexts } from "./text-order.ts";
import { textsWith, textsWithDigits } from "./text-search.ts";
import { TextSet } from "./text-set.ts";
import { Texts } from "./texts.ts";

const someText = fc.oneof(
  fc.string({ maxLength: 12, unit: fc.constantFrom("a", "B", "é", "1", "-", "\u0000", "😀") }),
  fc.nat(3_000).map((id) => `call-0000-${id}`),
  fc.nat(40).map((id) => `shared beginning that is long ${id}`),
);
const texts = fc.array(someText, { maxLength: 60 });

function textsOf(all: string[]): Texts {
  const stored = new Texts();
  for (const text of all) stored.pushText(text);
  return stored;
}

/** By code points, which is how UTF-8 sorts. */
function inOrder(all: string[]): string[] {
  const points = new Map(all.map((text) => [text, Array.from(text, (character) => character.codePointAt(0) ?? 0)]));
  return all.toSorted((a, b) => {
    const [left = [], right = []] = [points.get(a), points.get(b)];
    const place = left.findIndex((point, index) => point !== right[index]);
    return place === -1 ? left.length - right.length : (left[place] ?? 0) - (right[place] ?? -1);
  });
}

test("texts come back as they went in, also from a stretch of others", () => {
  fc.assert(
    fc.property(texts, fc.nat(60), (all, cut) => {
      const stored = textsOf(all);
      expect(Array.from(all, (_, index) => stored.text(index))).toEqual(all);
      const from = Math.min(cut, all.length);
      const copy = textsOf(["before"]);
      copy.pushRange(stored, from, all.length);
      expect(Array.from({ length: copy.length }, (_, index) => copy.text(index))).toEqual(["before", ...all.slice(from)]);
    }),
  );
});

test("a set knows each text once, by the number it got first", () => {
  fc.assert(
    fc.property(texts, (all) => {
      const set = new TextSet();
      const distinct = [...new Set(all)];
      expect(all.map((text) => set.addText(text))).toEqual(all.map((text) => distinct.indexOf(text)));
      expect(set.length).toBe(distinct.length);
    }),
  );
});

test("texts are ordered by code points, few or thousands, equal ones as they came", () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(1, 40), (few, times) => {
      // Copies make stretches that are sorted by their bytes, not by comparing.
      const all = Array.from({ length: times }, () => few).flat();
      const order = [...orderOfTexts(textsOf(all))];
      expect(order.map((index) => all[index])).toEqual(inOrder(all));
      const turned = order.filter((index, place) => place > 0 && all[index] === all[order[place - 1] ?? -1] && index < (order[place - 1] ?? -1));
      expect(turned).toEqual([]);
    }),
  );
});

test("searching finds what includes() finds, in either case", () => {
  fc.assert(
    fc.property(texts, fc.oneof(fc.constantFrom("call-", "a", "b1", "É", "😀", "-1", "0"), someText), (all, asked) => {
      const wanted = asked.toLowerCase();
      if (wanted === "") return;
      const hits = all.map((text) => (text.toLowerCase().includes(wanted) ? 1 : 0));
      expect([...textsWith(textsOf(all), wanted)]).toEqual(hits);
    }),
  );
});

test("digits are found whatever stands between them", () => {
  const spelling = fc.string({ unit: fc.constantFrom("1", "2", "3", " ", "-", "x"), maxLength: 12 });
  fc.assert(
    fc.property(fc.array(spelling, { maxLength: 20 }), fc.string({ unit: fc.constantFrom("1", "2", "3"), minLength: 1, maxLength: 4 }), (all, digits) => {
      const hits = all.map((text) => (text.replace(/\D/g, "").includes(digits) ? 1 : 0));
      expect([...textsWithDigits(textsOf(all), digits)]).toEqual(hits);
    }),
  );
});

test("spellings are joined where their numbers are one contact", () => {
  const spelling = fc.oneof(
    fc.constantFrom("+12025550100", "+1 (202) 555-0100", "12025550100", "125xxxx0100", "125XXXX0100", "anonymous", "()", "+0123456789", "+123", "+1234567890123456"),
    fc.string({ unit: fc.constantFrom("+", "1", "2", " ", "x"), minLength: 1, maxLength: 9 }),
  );
  fc.assert(
    fc.property(fc.array(spelling, { maxLength: 30 }), fc.boolean(), (all, fromBytes) => {
      const numbers = new Numbers();
      const bytes = (text: string) => new TextEncoder().encode(text);
      const added = all.map((text) => (fromBytes ? numbers.add(bytes(text), 0, bytes(text).length) : numbers.addText(text)));
      expect(added.map((index) => numbers.spellings.text(index))).toEqual(all);
      all.forEach((text, index) => {
        expect(numbers.spellings.text(numbers.contactOf(added[index] ?? -1))).toBe(contactKey(text));
      });
    }),
  );
});
