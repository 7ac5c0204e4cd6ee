import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { namedTests } from "./defences/named-tests.mjs";
import { faults, threats } from "./defences/rows.mjs";
import { documentOf, problems } from "./defences/table.mjs";
import { root } from "./run.mjs";

const path = join(root, "docs/defences.md");
/** @type {import("./defences/table.mjs").List[]} */
const lists = [
  { kind: "fault", title: "Faults", rows: faults },
  { kind: "threat", title: "Threats", rows: threats },
];

/**
 * Looks at rows and tests. `said`: what is amiss, as sentences; `write` writes docs/defences.md.
 * @returns {Promise<{ said: string[], isCurrent: boolean, seen: string, write: () => void }>}
 */
export async function defences() {
  const { tests, unlisted } = await namedTests();
  const said = [...unlisted.map((file) => `${file} holds a tag, and no test of it carries one.`), ...problems(lists, tests)];
  const written = existsSync(path) ? readFileSync(path, "utf8") : "";
  const document = documentOf(lists, tests);
  const rows = lists.flatMap((list) => list.rows);
  const built = rows.filter(({ notBuilt }) => notBuilt === undefined).length;
  return {
    said,
    isCurrent: document === written,
    seen: `${tests.length} tests show ${built} of ${rows.length} rows`,
    write: () => writeFileSync(path, document),
  };
}

if (process.argv[1] === import.meta.filename) {
  const { said, seen, write } = await defences();
  write();
  console.log([...said, `docs/defences.md: ${seen}`].join("\n"));
  process.exitCode = said.length === 0 ? 0 : 1;
}
