import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Listing } from "#campaign/counters.ts";
import { nextSnapshot } from "#service/engine/snapshot.ts";
import type { CampaignReading, CampaignSource, WireProblem } from "./provider.ts";
import { anyText } from "./testing/any-text.ts";
import { bodyOf, cases } from "./testing/cases.ts";
import { mutatedBody } from "./testing/mutations.ts";
import { faultsOfProgress } from "./testing/progress-soundness.ts";
import { type Read, type ReaderCase, readersOf } from "./testing/readers.ts";
import { faultsOf } from "./testing/soundness.ts";

const runs = 400;

/** What becomes of a reading in the service, which counts its calls and draws its bar. */
function progressFaults(reading: CampaignReading, source: CampaignSource, listing?: Listing): string[] {
  return faultsOfProgress(nextSnapshot(undefined, { reading, source, listing }, 1_800_000_000_000, "epoch").progress);
}

function faultsOfProblem({ path, expected }: WireProblem): string[] {
  return path !== "" && expected !== "" ? [] : ["a problem says nothing"];
}

const readers = cases.flatMap(readersOf);

describe.each(readers.map((reader) => [reader.name, reader] as const))("%s", (_, { body, source, read }) => {
  test("no generated body makes it throw, or yields what cannot be counted", () => {
    let readable = 0;
    fc.assert(
      fc.property(mutatedBody(body), (mutated) => {
        const result = read(mutated);
        if (result.ok) readable += 1;
        expect(result.ok ? faultsOf(result.value, source) : faultsOfProblem(result.problem)).toEqual([]);
        // Nothing is remembered: the same body is read the same.
        expect(read(mutated)).toEqual(result);
      }),
      { numRuns: runs },
    );
    expect(readable).toBeGreaterThan(runs / 10);
  });
});

/** Ways of reading a campaign: its header, with its calls where they come in pages. */
const campaigns = cases.flatMap((one) => {
  const all = readersOf(one).filter((reader) => reader.source !== undefined);
  return all.flatMap((header) => {
    if (!header.name.includes(": header of ")) return [];
    const calls = all.find(({ name }) => name === header.name.replace(": header of ", ": calls of "));
    return [[header.name, header, calls] as const];
  });
});

function readOr(reader: ReaderCase, body: unknown): Read | undefined {
  const result = reader.read(body);
  return result.ok ? result.value : undefined;
}

describe.each(campaigns)("%s", (_, header, calls) => {
  test("progress reconciles, whatever is in the bodies", () => {
    let drawn = 0;
    const bodies = fc.tuple(mutatedBody(header.body), calls ? mutatedBody(calls.body) : fc.constant(undefined));
    fc.assert(
      fc.property(bodies, fc.boolean(), ([headerBody, callsBody], complete) => {
        const head = readOr(header, headerBody);
        const { source } = header;
        if (head?.kind !== "header" || head.reading === undefined || source === undefined) return;
        drawn += 1;
        const pages = calls && readOr(calls, callsBody);
        const page = pages?.kind === "calls" ? pages.page : undefined;
        const listing = page && { listed: page.calls.length, total: page.total, complete };
        const reading = page ? { ...head.reading, calls: page.calls } : head.reading;
        expect(progressFaults(reading, source, listing)).toEqual([]);
      }),
      { numRuns: runs },
    );
    expect(drawn).toBeGreaterThan(runs / 10);
  });
});

describe.each(cases)("$id", ({ id, provider, contract }) => {
  test.each(contract.lists)("list %# is cut and searched at any page and for any words", ({ body }) => {
    const list = provider.lists(contract.account)[contract.lists.findIndex((one) => one.body === body)];
    const whole = bodyOf(id, body);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.option(anyText, { nil: undefined }), (page, search) => {
        const result = list?.read(whole, { page, search });
        expect(result?.ok && faultsOf({ kind: "list", page: result.value }, undefined)).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test("no error body makes it throw, and what it says is text", () => {
    const error = { status: "error", message: "m", error: { code: "c", message: "m" }, errors: [{ msg: "m", code: 1 }], statusCode: 1, data: [] };
    fc.assert(
      fc.property(fc.oneof(mutatedBody(error), fc.jsonValue()), (body) => {
        const { code, message } = provider.readError(body);
        expect([typeof code, typeof message].filter((type) => type !== "string" && type !== "undefined")).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
