import fc from "fast-check";

/** Something done to a JSON text that no value could say. */
export type TextMutation = { kind: string; apply: (text: string) => string };

/** Good bodies are shorter; looking through a gigantic one would take longer than reading it. */
const searchedCharacters = 8_000;

/** Where one of the matches of a pattern stands, chosen by a number that knows nothing of the text. */
function matchAt(text: string, pattern: RegExp, which: number): { start: number; end: number } | undefined {
  const matches = [...text.slice(0, searchedCharacters).matchAll(pattern)];
  const match = matches[which % Math.max(1, matches.length)];
  return match === undefined ? undefined : { start: match.index, end: match.index + match[0].length };
}

function replacing(pattern: RegExp, which: number, made: (found: string) => string): (text: string) => string {
  return (text) => {
    const found = matchAt(text, pattern, which);
    return found === undefined ? text : text.slice(0, found.start) + made(text.slice(found.start, found.end)) + text.slice(found.end);
  };
}

const number = /(?<=[:[,])-?\d[\d.eE+-]*(?=[,\]}])/g;
const key = /"(?:[^"\\]|\\.)*":/g;
const opening = /\{(?=")/g;
const word = /"(?=[^":,{}[\]])/g;
const row = /\{"[^{}[\]]*\}/g;

const oddNumbers = [
  "NaN", "Infinity", "-Infinity", "undefined", "1e400", "-1e400", "1e-400", "-0", "01", "+1", "0x10", "1_000", ".5", "5.", "1e", "9007199254740993",
  "123456789012345678901234567890", "0.1e1", "1E+2", "-0.0e-0", "9".repeat(4_000), `0.${"3".repeat(4_000)}`, `1${"0".repeat(308)}`, "1e308", "true",
];
const traps = [
  '"__proto__":{"polluted":true},', '"constructor":{"prototype":{"polluted":true}},', '"prototype":{"polluted":true},', '"__proto__":null,',
  '"\\u005f_proto__":{"polluted":true},', '"hasOwnProperty":1,', '"toString":null,"valueOf":null,', '"toJSON":{"polluted":true},', '"then":{"polluted":true},', '"length":1e9,',
];
const oddValues = ["null", "[]", "{}", '""', "0", "-1", "1e400", '"__proto__"', "[[]]", '{"__proto__":{"polluted":true}}', '"\\ud800"', "true"];
const escapes = ["\\ud800", "\\udc00\\ud800", "\\u0000", "\\u2028", "\\ufeff", "\\u202e", "\\b\\f", "\\/", "\\x41", "\\u12", "\ud83d\ude00", "=1+1", "\\r\\n=cmd|' /C calc'!A0", "<img src=x onerror=alert(1)>"];
const noise = [" ", "\n", "\t", "\r", "\u00a0", "\ufeff", "\u2028", "/**/", "//\n", ",", ":", "]", "}", "[", "{", '"', "\\", "\0"];

const which = fc.nat(10_000);

const usual: fc.Arbitrary<TextMutation> = fc.oneof(
  fc.tuple(which, fc.constantFrom(...oddNumbers)).map(([at, odd]): TextMutation => ({ kind: "odd number", apply: replacing(number, at, () => odd) })),
  fc.tuple(which, fc.constantFrom(...oddValues)).map(([at, odd]): TextMutation => ({ kind: "key twice, the odd one first", apply: replacing(key, at, (name) => `${name}${odd},${name}`) })),
  fc.tuple(which, which, fc.constantFrom(...oddValues)).map(([at, from, odd]): TextMutation => ({
    kind: "key twice, the odd one last",
    apply: (text) => {
      const name = matchAt(text, key, from);
      return name === undefined ? text : replacing(/(?<=["\d\]}el])\}/g, at, () => `,${text.slice(name.start, name.end)}${odd}}`)(text);
    },
  })),
  fc.tuple(which, fc.constantFrom(...traps)).map(([at, trap]): TextMutation => ({ kind: "trapped key", apply: replacing(opening, at, () => `{${trap}`) })),
  fc.tuple(which, fc.constantFrom(...escapes)).map(([at, escape]): TextMutation => ({ kind: "odd text", apply: replacing(word, at, () => `"${escape}`) })),
  fc.tuple(which, fc.constantFrom(...noise)).map(([at, piece]): TextMutation => ({ kind: "noise", apply: replacing(/[,:{}[\]]/g, at, (found) => found + piece) })),
  fc.tuple(which, which).map(([a, b]): TextMutation => ({
    kind: "rows changed places",
    apply: (text) => {
      const first = matchAt(text, row, Math.min(a, b));
      const last = matchAt(text, row, Math.max(a, b));
      if (first === undefined || last === undefined || first.end > last.start) return text;
      return text.slice(0, first.start) + text.slice(last.start, last.end) + text.slice(first.end, last.start) + text.slice(first.start, first.end) + text.slice(last.end);
    },
  })),
  which.map((end): TextMutation => ({ kind: "cut off", apply: (text) => text.slice(0, end % (text.length + 1)) })),
);

/** Deep, long and wide, within what a body may hold. */
const huge: fc.Arbitrary<TextMutation> = fc.oneof(
  fc.tuple(which, fc.integer({ min: 1_000, max: 200_000 }), fc.constantFrom(["[", "]"], ['{"a":', "}"], ["[", ""], ['{"calls":[', "]}"])).map(([at, levels, [open = "", close = ""]]): TextMutation => ({
    kind: `${levels} levels deep`,
    apply: replacing(opening, at, () => `{"deep":${open.repeat(Math.min(levels, 90_000))}0${close.repeat(Math.min(levels, 90_000))},`),
  })),
  fc.tuple(which, fc.integer({ min: 10_000, max: 900_000 }), fc.constantFrom("x", "9", "é", "\\u0000", '\\"', " ", "=")).map(([at, length, unit]): TextMutation => ({
    kind: "gigantic text",
    apply: replacing(word, at, () => `"${unit.repeat(Math.floor(length / unit.length))}`),
  })),
  fc.tuple(which, fc.integer({ min: 100, max: 20_000 }), fc.boolean()).map(([at, times, own]): TextMutation => ({
    kind: "gigantic list",
    apply: replacing(row, at, (found) => {
      const most = Math.min(times, Math.floor(900_000 / found.length));
      return Array.from({ length: most }, (_, index) => (own ? found.replace(/"(id|_id|phoneNumber)":"/, `"$1":"${index}-`) : found)).join(",");
    }),
  })),
  fc.tuple(which, fc.integer({ min: 1_000, max: 60_000 })).map(([at, keys]): TextMutation => ({
    kind: "gigantic object",
    apply: replacing(opening, at, () => `{${Array.from({ length: keys }, (_, index) => `"k${index}":0,`).join("")}`),
  })),
  fc.tuple(which, fc.integer({ min: 1_000, max: 900_000 })).map(([at, blanks]): TextMutation => ({ kind: "blanks", apply: replacing(/[,:{}[\]]/g, at, (found) => found + " ".repeat(blanks)) })),
);

export const textMutation: fc.Arbitrary<TextMutation> = fc.oneof({ weight: 60, arbitrary: usual }, { weight: 1, arbitrary: huge });
