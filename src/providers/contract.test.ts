import { describe, expect, test } from "vitest";
import { valueOf } from "#campaign/reported.ts";
import { bodyOf, cases, platformFolders, samplesOf } from "./testing/cases.ts";
import type { ContractCase, DocumentedWords, SampleBody } from "./testing/contract-case.ts";
import { addAt, changeAt, placeOf, placesIn, placeText } from "./testing/places.ts";
import { type ReaderCase, readersOf } from "./testing/readers.ts";
import { faultsOf } from "./testing/soundness.ts";

const readers = cases.flatMap(readersOf);
/** Words that no platform has; two of them find something on an object. */
const foreignWords = ["archiving-2031", "constructor", "__proto__"];

function bodiesOf({ campaigns, lists, errors }: ContractCase): SampleBody["body"][] {
  return [...campaigns.flatMap(({ header, calls }) => (calls ? [header, calls] : [header])), ...lists, ...errors].map(({ body }) => body);
}

test("each platform's folder is one line of the registry, under its own id and name", () => {
  expect(cases.map(({ id }) => id).sort()).toEqual([...platformFolders].sort());
  expect(cases.filter(({ id, provider }) => provider.id !== id || !/^[a-z][a-z0-9-]*$/.test(id))).toEqual([]);
  expect(new Set(cases.map(({ provider }) => provider.name)).size).toBe(cases.length);
});

describe.each(cases)("$id", ({ id, provider, contract }) => {
  test("has published samples, and a reader takes each of them", () => {
    const used = bodiesOf(contract).flatMap((body) => ("sample" in body ? [body.sample] : []));
    expect(samplesOf(id)).not.toEqual([]);
    expect([...new Set(used)].sort()).toEqual(samplesOf(id).sort());
  });

  test("has a body for every reader", () => {
    expect(contract.campaigns).not.toEqual([]);
    for (const campaign of contract.campaigns) {
      expect(campaign.id).toMatch(provider.campaignId);
      expect(campaign.calls !== undefined).toBe(provider.campaign(campaign.id, contract.account).calls !== undefined);
    }
    expect(contract.lists).toHaveLength(provider.lists(contract.account).length);
    expect(contract.errors).not.toEqual([]);
  });

  test.each(contract.errors)("documented error %#", ({ body, code, message }) => {
    expect(provider.readError(bodyOf(id, body))).toEqual({ code, message });
  });

  test.each([null, undefined, "", "<html>", 0, [], {}, { message: {}, error: [], errors: {} }])("error body %j", (body) => {
    expect(provider.readError(body)).toEqual({ code: undefined, message: undefined });
  });
});

/** Without what is not reported: a golden shows what is, and a reader can compare it with the sample. */
function reportedOnly(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(reportedOnly);
  const entries = Object.entries(value).filter(([, part]) => JSON.stringify(part) !== '{"reported":false}');
  return Object.fromEntries(entries.map(([key, part]): [string, unknown] => [key, reportedOnly(part)]));
}

describe.each(readers.map((reader) => [reader.name, reader] as const))("%s", (_, { sample, body, source, read }) => {
  test("golden", () => expect(reportedOnly(read(body))).toMatchSnapshot());

  test("needs what it says it needs, dropped or null, and nothing else", () => {
    const places = placesIn(body);
    const needed = places.filter((place) => sample.needed.includes(placeText(place)));
    expect(needed).toHaveLength(sample.needed.length);
    for (const nothing of [undefined, null]) {
      const refused = places.filter((place) => !read(changeAt(body, place, () => nothing)).ok);
      expect(refused.map(placeText).sort()).toEqual([...sample.needed].sort());
    }
  });

  test("reads what is left when any part is missing, null or of another kind", () => {
    for (const place of placesIn(body)) {
      for (const part of [undefined, null, "", " ", 0, -1, 0.5, 1e300, "9".repeat(400), true, [], [[]], {}, [{}]]) {
        const result = read(changeAt(body, place, () => part));
        const faults = result.ok ? faultsOf(result.value, source) : [];
        expect({ place, part, faults }).toEqual({ place, part, faults: [] });
      }
    }
  });

  test("extra fields anywhere change nothing, and reach no object", () => {
    const places = placesIn(body);
    for (const key of ["extra", "__proto__", "constructor", "toString"]) {
      const more = places.reduce((whole, place) => addAt(whole, place, key, { polluted: true }), body);
      expect(JSON.stringify(more)).toContain(`"${key}":{"polluted":true}`);
      const result = read(more);
      expect(result).toEqual(read(body));
      expect(JSON.stringify(result)).not.toContain("polluted");
    }
    expect("polluted" in {}).toBe(false);
  });

  test("says of a wrong body or row what was expected, never what stood there", () => {
    const secret = "s3cret-in-the-body";
    for (const place of placesIn(body)) {
      const result = read(changeAt(body, place, () => [secret, { [secret]: secret }]));
      const said = result.ok ? setAsideIn(result.value) : result.problem;
      expect(JSON.stringify(said ?? null)).not.toContain(secret);
      expect(result.ok ? "" : result.problem.expected).not.toBe("another shape");
    }
  });
});

function setAsideIn(value: Parameters<typeof faultsOf>[0]): unknown {
  return value.kind === "header" ? value.reading?.setAside : value.page.setAside;
}

const vocabularies = readers.flatMap((reader) =>
  (reader.sample.words ?? []).map((documented) => [reader.name, documented.place, reader, documented] as const),
);

describe.each(vocabularies)("%s, words at %s", (_, place, reader, { vocabulary, words, unexplained = [], wordless }) => {
  /** What the first row, or the campaign, is read as with this word in its place. */
  const readAs = (word: unknown) => kindAndWord(reader, vocabulary, changeAt(reader.body, placeOf(place), () => word));

  test.each(words)("%j has a meaning", (word) => {
    expect(readAs(word)?.kind).not.toBe("unknown");
    expect(readAs(word)?.kind).toBeTypeOf("string");
    expect(wordless ? word : readAs(word)?.word).toBe(word);
  });

  test.each([...unexplained, ...foreignWords])("%j has none, and keeps its word", (word) => {
    expect(readAs(word)?.kind).toBe("unknown");
    expect(wordless ? word : readAs(word)?.word).toBe(word);
  });
});

function kindAndWord(
  { name, read }: Pick<ReaderCase, "name" | "read">,
  vocabulary: DocumentedWords["vocabulary"],
  body: unknown,
): { kind: string; word: string } | undefined {
  const result = read(body);
  if (!result.ok) throw new Error(`${name}: ${result.problem.path} expected ${result.problem.expected}`);
  const { value } = result;
  if (vocabulary === "status") return value.kind === "list" ? value.page.campaigns[0]?.status : value.kind === "header" ? value.reading?.campaign.status : undefined;
  if (value.kind === "list") return undefined;
  if (vocabulary === "file_state") return value.kind === "header" && value.reading ? valueOf(value.reading.campaign.files)?.[0]?.state : undefined;
  const call = (value.kind === "calls" ? value.page.calls : value.reading?.calls)?.[0];
  return call && { kind: call.outcome, word: call.word };
}
