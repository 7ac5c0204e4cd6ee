import { expect, test } from "vitest";
import { documentOf, problems } from "./defences/table.mjs";

type Lists = Parameters<typeof problems>[0];

const lists: Lists = [
  {
    kind: "fault",
    title: "Faults",
    rows: [
      { name: "a refusal", tags: ["refusal"], seen: true, does: "says so" },
      { name: "a stall", tags: ["stall", "slow | body"], does: "waits" },
      { name: "a flood", tags: ["flood"], notBuilt: "dams", does: "holds" },
    ],
  },
];
/** Not written out, or this file would be looked through for tests of such a row. */
const fault = (tag: string, title = "", kind = "fault"): string => `[${kind}: ${tag}]${title}`;
const unit = (title: string) => ({ file: "src/a.test.ts", title, browser: false });
const browser = (title: string) => ({ file: "e2e/a.spec.ts", title, browser: true });
const all = [browser(fault("refusal", " it says so")), unit(`a host > ${fault("stall", " it waits")}`), unit(fault("slow | body", " it waits, <b>"))];

test("rows that tests show are well", () => expect(problems(lists, all)).toEqual([]));

test.each([
  ["no test at all", [], "nothing was looked at"],
  ["a row without a test", all.slice(1), `“a refusal”: no test carries ${fault("refusal")}.`],
  ["one of a row's tags without a test", all.slice(0, 2), `no test carries ${fault("slow | body")}`],
  ["a tag without a row", [...all, unit(fault("comet", " it falls"))], `src/a.test.ts: ${fault("comet")} is the tag of no row.`],
  ["a row of the other list", [...all, unit(fault("stall", " it waits", "threat"))], `${fault("stall", "", "threat")} is the tag of no row.`],
  ["what people see, without a browser", [unit(fault("refusal", " it says so")), ...all.slice(1)], "“a refusal” is seen by people, and no test of it drives a browser."],
  ["what is not built, with a test", [...all, unit(fault("flood", " it holds"))], "“a flood” is marked not built yet, and has tests."],
])("%s is amiss", (_, tests, sentence) => {
  expect(problems(lists, tests)).toContainEqual(expect.stringContaining(sentence));
});

test("each row names its tests and what is not built, whatever the titles hold", () => {
  const rows = documentOf(lists, all).split("\n").filter((line) => line.startsWith("| a "));
  expect(rows).toEqual([
    "| a refusal | says so | `e2e/a.spec.ts`: it says so |",
    "| a stall | waits | `src/a.test.ts`: a host > it waits · it waits, &lt;b> |",
    "| a flood | holds | **not built yet**: dams |",
  ]);
});
