/* For tests: bodies of a campaign as texts, written in every way a platform might, and how one becomes the next. */
import fc from "fast-check";

const plainRow = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }).map((id) => `call-${id}`),
    to: fc.constantFrom("+12025550101", "+12025550102", "(202) 555-0102", "", "+1 202", "125xxxx0102", "+12025550101 ", " "),
    status: fc.constantFrom("completed", "no-answer", "queued", "Failed ", "__proto__", "new word"),
    retries: fc.integer({ min: 0, max: 3 }),
    created_at: fc.constantFrom("2026-03-01T10:00:00Z", "2026-03-31T10:00:00.5Z", "2026-03-01T10:00:00.123456Z", "2026-02-30T10:00:00Z", "2026-03-01T10:00:00+02:00", "soon", ""),
  })
  .map((row) => JSON.stringify(row));

/** Rows that are not plain, and some that are none. */
const oddRow = fc.constantFrom(
  '{"id":"call-1","to":null,"status":"completed","retries":0,"created_at":null}',
  '{"id":"call-2","to":" +12025550101","status":"busy","retries":"2","created_at":"2026-03-01T10:00:00Z"}',
  '{ "retries" : 1 , "status":"busy",\n"to":"+12025550102","created_at":"2026-03-01T10:00:00Z","id":"call-3" }',
  '{"id":"call-4","to":"+12025550101","status":"busy","retries":1,"created_at":"2026-03-01T10:00:00Z","more":{"a":["]","}",{}]}}',
  '{"id":"call-5","to":"+12025550101","status":"busy","retries":1,"created_at":"2026-03-01T10:00:00Z","note":"x\\"}],"}',
  '{"id":"c\\u0061ll-6","to":"+12025550101","st\\u0061tus":"busy","retries":1,"created_at":"2026-03-01T10:00:00Z"}',
  '{"id":"call-7","id":"call-8","to":"+12025550101","status":"busy","retries":1,"created_at":"2026-03-01T10:00:00Z"}',
  '{"id":"appel-é","to":"+12025550101","status":"terminé","retries":1,"created_at":"2026-03-01T10:00:00Z"}',
  '{"id":"\\ud800","to":"+12025550101","status":"busy","retries":1,"created_at":"2026-03-01T10:00:00Z"}',
  '{"id":"call-9","to":"+12025550101","status":"busy","retries":1001,"created_at":"2026-03-01T10:00:00Z"}',
  '{"id":"call-9","to":"+12025550101","status":"busy","retries":1e0,"created_at":"2026-03-01T10:00:00Z","n":-0.5E+3}',
  '{"id":"call-9","to":"+12025550101","status":"busy","retries":99999999999999999999,"created_at":"2026-03-01T10:00:00Z"}',
  '{"id":"","to":"+12025550101","status":"busy","retries":1,"created_at":"2026-03-01T10:00:00Z"}',
  '{"id":"call-9","status":"busy"}',
  '{"__proto__":{"id":"call-9"},"id":"call-10","to":"","status":"constructor","retries":0,"created_at":""}',
  "{}",
  "[]",
  "null",
  "7",
  '"row"',
);

/** Rows that no JSON text may hold. */
const brokenRow = fc.constantFrom("{", '{"id":01}', '{"id":"call-1",}', '{"id":"a\u0001"}', "tru", "\ufeff7", '\ufeff{"id":"call-1"}', '{"id":"call-1","to":"","status":"a","retries":01,"created_at":""}', '{"id":"call-1"} {}', '{"id":"call-1","to":"","status":"a","retries":1.2.3,"created_at":""}', "");

const row = fc.oneof({ weight: 12, arbitrary: plainRow }, { weight: 3, arbitrary: oddRow });

/** What happens to a list of rows between two readings. */
const change = fc.record({
  kind: fc.constantFrom("insert", "remove", "replace", "edit", "edit", "swap", "cut", "repeat"),
  at: fc.nat(20),
  row,
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(rows: string[], { kind, at, row: text }: Change): string[] {
  const place = rows.length === 0 ? 0 : at % rows.length;
  switch (kind) {
    case "insert":
      return rows.toSpliced(place, 0, text);
    case "remove":
      return rows.toSpliced(place, 1);
    case "replace":
      return rows.toSpliced(place, 1, text);
    case "edit":
      return rows.toSpliced(place, 1, (rows[place] ?? text).replace(/"retries":[0-3],/, `"retries":${at % 4},`).replace("completed", "queued"));
    case "swap":
      return rows.length < 2 ? rows : rows.toSpliced(place, 1).toSpliced((place * 7) % rows.length, 0, rows[place] ?? text);
    case "cut":
      return rows.slice(0, place);
    default:
      return [...rows, ...rows.slice(place, place + 2)];
  }
}

/** What stands before and after the rows. */
const surroundings = fc.constantFrom<readonly [before: string, after: string]>(
  ['{"success":true,"data":{"id":"c","name":"C","status":"active","calls":[', '],"stats":{"total_calls":2}}}'],
  [' {"success" : true ,"data" : { "files":[{"id":"f","status":"processed","calls":[{}]}],"note":"\\"calls\\":[1,", "id":"c","name":"C","status":"active","calls" :\n[ ', ' ] } } '],
  ['{"calls":[1,2],"success":true,"data":{"id":"c","name":"É","status":"active","calls":[', '],"updated_at":"2026-03-01T10:00:00Z"}}'],
);
/** Surroundings that only a parser understands, or that are none. */
const oddSurroundings = fc.constantFrom<readonly [before: string, after: string]>(
  ['{"success":true,"data":{"id":"c","name":"C","status":"active","calls":[', '],"calls":[]}}'],
  ['{"success":true,"data":{"id":"c","name":"C","status":"active","calls":[', '],"c\\u0061lls":null}}'],
  ['{"success":true,"data":{"calls":[{}]},"data":{"id":"c","name":"C","status":"active","calls":[', "]}}"],
  ['{"success":true,"data":{"id":"c","name":"C","status":"active","c\\u0061lls":[', "]}}"],
  ['\ufeff{"success":true,"data":{"id":"c","name":"C","status":"active","calls":[', "]}}"],
  ['{"success":true,"data":{"id":"c","name":"C","status":"active","calls":[', "]}"],
  ['{"success":true,"data":{"id":"c","name":"C","status":"active","calls":[', "]}},"],
  ['{"success":true,"data":{"id":"c","name":"C","status":"active","calls":{"a":[', "]}}}"],
  ['{"success":true,"data":[{"calls":[', "]}]}"],
  ['{"success":true,"data":{"id":"c","name":"C","status":"active","calls":[', "]\ufeff}}"],
  ["[", "]"],
  ["", ""],
);

const separator = fc.constantFrom(",", ", ", " ,\n  ");
const encoder = new TextEncoder();

/** Successive bodies of one campaign, of which each but the first changes a few rows of the one before. */
export const successiveBodies: fc.Arbitrary<Uint8Array[]> = fc
  .record({ first: fc.array(row, { maxLength: 30, size: "max" }), changes: fc.array(fc.array(change, { maxLength: 2 }), { minLength: 1, maxLength: 5 }), around: surroundings, between: separator })
  .map(({ first, changes, around: [before, after], between }) => {
    const lists = changes.reduce<string[][]>((all, step) => [...all, step.reduce(changed, all.at(-1) ?? [])], [first]);
    return lists.map((rows) => encoder.encode(before + rows.join(between) + after));
  });

/** A body in which something is wrong or unusual: its surroundings, a row, an end too soon, or single bytes. */
export const unusualBody: fc.Arbitrary<Uint8Array> = fc
  .record({
    rows: fc.array(fc.oneof({ weight: 9, arbitrary: row }, { weight: 1, arbitrary: brokenRow }), { maxLength: 6 }),
    around: fc.oneof(surroundings, oddSurroundings),
    cut: fc.option(fc.nat(400), { freq: 4 }),
    bytes: fc.array(fc.tuple(fc.nat(700), fc.constantFrom(0x22, 0x5c, 0x7b, 0x5d, 0x2c, 0x00, 0x80, 0xff, 0xef, 0x20, 0x39)), { maxLength: 2 }),
  })
  .map(({ rows, around: [before, after], cut, bytes }) => {
    const body = encoder.encode(before + rows.join(",") + after);
    for (const [at, byte] of bytes) if (at < body.length) body[at] = byte;
    return cut === null ? body : body.slice(0, cut);
  });
