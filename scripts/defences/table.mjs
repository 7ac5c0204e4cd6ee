/** @typedef {import("./rows.mjs").Row} Row */
/** @typedef {import("./named-tests.mjs").NamedTest} NamedTest */
/** @typedef {{ kind: "fault" | "threat", title: string, rows: Row[] }} List */

/** @param {string} title @returns {string[]} `fault: upstream 401` and the like */
const tagsIn = (title) => [...title.matchAll(/\[((?:fault|threat): [^\]]+)\]/g)].map(([, tag = ""]) => tag);

/** @param {List} list @param {Row} row @param {NamedTest[]} tests */
const testsOf = ({ kind }, { tags }, tests) => tests.filter(({ title }) => tagsIn(title).some((found) => tags.some((tag) => found === `${kind}: ${tag}`)));

/**
 * What is amiss between rows and tests, as sentences; none where each row is shown by tests.
 * @param {List[]} lists @param {NamedTest[]} tests
 */
export function problems(lists, tests) {
  const known = lists.flatMap(({ kind, rows }) => rows.flatMap(({ tags }) => tags.map((tag) => `${kind}: ${tag}`)));
  const carried = new Set(tests.flatMap(({ title }) => tagsIn(title)));
  const twice = known.filter((tag, index) => known.indexOf(tag) !== index);
  const strays = tests.flatMap(({ file, title }) => tagsIn(title).filter((tag) => !known.includes(tag)).map((tag) => `${file}: [${tag}] is the tag of no row.`));
  const ofRows = lists.flatMap((list) =>
    list.rows.flatMap((row) => {
      const shown = testsOf(list, row, tests);
      if (row.notBuilt !== undefined) return shown.length === 0 ? [] : [`“${row.name}” is marked not built yet, and has tests.`];
      const without = row.tags.filter((tag) => !carried.has(`${list.kind}: ${tag}`)).map((tag) => `“${row.name}”: no test carries [${list.kind}: ${tag}].`);
      const unseen = row.seen === true && without.length === 0 && !shown.some(({ browser }) => browser) ? [`“${row.name}” is seen by people, and no test of it drives a browser.`] : [];
      return [...without, ...unseen];
    }),
  );
  const none = tests.length === 0 ? ["No test carries a tag: nothing was looked at."] : [];
  return [...none, ...twice.map((tag) => `[${tag}] belongs to two rows.`), ...new Set(strays), ...ofRows];
}

/** `|` ends a cell, and what is tagged stands in a row of its own. @param {string} text */
const cell = (text) => text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll("*", "\\*");

/** @param {NamedTest[]} tests */
function listed(tests) {
  const files = new Set(tests.map(({ file }) => file).toSorted());
  return [...files].map((file) => {
    const titles = [...new Set(tests.filter((test) => test.file === file).map(({ title }) => title.replaceAll(/\[(?:fault|threat): [^\]]+\] ?/g, "")))];
    return `\`${file}\`: ${titles.map(cell).join(" · ")}`;
  });
}

/** The document: each row, what Callboard does, and the tests that show it. @param {List[]} lists @param {NamedTest[]} tests */
export function documentOf(lists, tests) {
  const sections = lists.map((list) => {
    const rows = list.rows.map((row) => {
      const shown = row.notBuilt === undefined ? listed(testsOf(list, row, tests)).join("<br>") : `**not built yet**: ${row.notBuilt}`;
      return `| ${cell(row.name)} | ${cell(row.does)} | ${shown} |`;
    });
    return [`## ${list.title}`, "", `| ${list.kind} | what Callboard does | shown by |`, "|---|---|---|", ...rows].join("\n");
  });
  const head = "# What is defended, and the tests that show it\n\nWritten by `npm run defences` from the tests themselves: a test whose title carries a row's tag, as `[fault: upstream 401]`, stands here. `npm run check` fails where a row has no test, a tag no row, or this file is not what the tests say.";
  return `${[head, ...sections].join("\n\n")}\n`;
}
