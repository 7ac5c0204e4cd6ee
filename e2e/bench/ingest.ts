import { readFileSync } from "node:fs";
import { providers } from "#providers/registry.ts";
import { CampaignDesk } from "#service/engine/campaign-desk.ts";
import { ConnectionGate } from "#service/engine/connection-gate.ts";
import { infoOf } from "#service/connection-info.ts";
import { type Connection, defaultCadence } from "#service/ports.ts";

/*
 * `node ingest.js BODY…`: what it costs to take in successive bodies of one campaign, beside
 * `JSON.parse` of the same text, in one process. From "the bytes are there" to "the next
 * snapshot is": digest, decoding, parsing, checking, columns, sorting, counting. Prints JSON.
 *
 * First readings and their `JSON.parse` are timed with all garbage collected before each. Readings
 * again are timed as a service makes them, one after the other, and so is the `JSON.parse` beside
 * them: both with the collections that come of it.
 */
const bodies = process.argv.slice(2).map((path) => readFileSync(path));
const rounds = (bodies[0]?.byteLength ?? 0) > 50_000_000 ? 3 : 7;

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

function medianOf(work: () => unknown): number {
  return median(Array.from({ length: rounds }, () => timed(work)));
}

function medianAfterCollection(work: () => unknown): number {
  const took = Array.from({ length: rounds }, () => {
    globalThis.gc?.();
    return timed(work);
  });
  return median(took);
}

/** A desk whose platform answers with the bodies in turn, and a clock that makes each read due. `collects`: garbage, before each reading. */
function newDesk(collects: boolean): { take(): Promise<number>; rows(): number } {
  let step = 0;
  let handedOver = 0;
  const fetch = async (): Promise<Response> => {
    const body = bodies[step++] ?? new Uint8Array();
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new Uint8Array(body));
        controller.close();
        if (collects) globalThis.gc?.();
        handedOver = performance.now();
      },
    });
    return new Response(stream, { headers: { "content-type": "application/json" } });
  };
  const provider = providers.get("talkover");
  if (provider === undefined) throw new Error("There is no Talkover provider.");
  const connection: Connection = {
    name: "bench",
    label: "Bench",
    provider,
    baseUrl: "http://bench.invalid",
    token: "talq_demo",
    account: {},
    demo: false,
    consoleUrl: undefined,
    stated: { timeZone: undefined, callingHours: undefined },
    maxBodyBytes: 2 ** 30,
    deadlineMilliseconds: 600_000,
    fetch,
  };
  let offset = 0;
  const clock = { now: () => Date.now() + offset };
  const gate = new ConnectionGate(connection, clock.now(), Math.random);
  const desk = new CampaignDesk({
    connection,
    info: infoOf(connection),
    campaignId: "big",
    gate,
    campaignsOnConnection: () => 1,
    cadence: defaultCadence,
    clock,
    random: Math.random,
    epoch: "bench",
  });
  return {
    rows: () => desk.snapshot?.table?.rows ?? Number.NaN,
    async take() {
      offset += 600_000;
      const before = desk.snapshot;
      void desk.look(true);
      // A look gives up waiting before a large read is over.
      while (desk.isReading) await new Promise((resolve) => setImmediate(resolve));
      const took = performance.now() - handedOver;
      if (desk.snapshot === before) throw new Error(`Body ${step} was not taken: ${desk.problem()?.detail ?? "no new snapshot"}`);
      return took;
    },
  };
}

/** What this process holds on to, on the heap and beside it. */
async function heldBytes(): Promise<number> {
  // Buffers go only after the pass that found what held them to be garbage.
  for (let pass = 0; pass < 3; pass++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const first: number[] = [];
const again: number[] = [];

/** All bodies taken in by one desk: how long each took, and the desk. */
async function takeAll(collects: boolean): Promise<{ took: number[]; desk: ReturnType<typeof newDesk> }> {
  const desk = newDesk(collects);
  const took: number[] = [];
  for (let step = 0; step < bodies.length; step++) took.push(await desk.take());
  return { took, desk };
}

async function timeRounds(): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    first.push((await takeAll(true)).took[0] ?? Number.NaN);
    again.push(...(await takeAll(false)).took.slice(1));
  }
}

/** Held for each row of one desk: measured last, when code and tables that all desks share are there. */
async function bytesPerCall(): Promise<number> {
  // The timers of earlier desks keep them for as long as a look waits at most.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  const before = await heldBytes();
  const { desk } = await takeAll(true);
  return ((await heldBytes()) - before) / desk.rows();
}

await timeRounds();
const texts = bodies.slice(0, 1).map((body) => new TextDecoder().decode(body));
process.stdout.write(
  JSON.stringify({
    parseMilliseconds: medianAfterCollection(() => texts.map((text): unknown => JSON.parse(text))),
    parseAgainMilliseconds: medianOf(() => texts.map((text): unknown => JSON.parse(text))),
    decodeAndParseMilliseconds: medianAfterCollection(() => bodies.slice(0, 1).map((body): unknown => JSON.parse(new TextDecoder().decode(body)))),
    firstMilliseconds: median(first),
    againMilliseconds: median(again),
    bytesPerCall: await bytesPerCall(),
  }),
);
