import { cpus, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { browserFlags, needBrowser } from "./browser.mjs";
import { buildAll, isBuilt } from "./build.mjs";
import { faultsOfPoll, randomOf } from "./soak/faults.mjs";
import { growth, table, usability, wordTouches } from "./soak/figures.mjs";
import { openSurface } from "./soak/page.mjs";
import { startHost, startSimulator } from "./soak/programs.mjs";
import { surfaces as allSurfaces } from "./soak/surfaces.mjs";

/*
 * `npm run soak`: the built product's surfaces in Chromium, on the built Node host, through 50,000
 * polls of a campaign that moves with every one of them, on a platform that fails at random. Time is
 * compressed by configuration alone: the host polls every `--poll-seconds`, the simulator's clock runs
 * ahead. Exit code 1 where the heap after a collection grew by 5 % or more, or the DOM at all.
 */
const { values } = parseArgs({
  options: { polls: { type: "string", default: "50000" }, seed: { type: "string", default: "7" }, "poll-seconds": { type: "string", default: "0.02" }, surfaces: { type: "string", default: allSurfaces.map(({ name }) => name).join(",") } },
});
const wanted = Number(values.polls);
const seed = Number(values.seed);
const pollSeconds = Number(values["poll-seconds"]);
const names = values.surfaces.split(",");
const surfaces = allSurfaces.filter(({ name }) => names.includes(name));
if (surfaces.length === 0 || surfaces.length !== names.length) {
  console.error(`--surfaces takes some of ${allSurfaces.map(({ name }) => name).join(",")}.`);
  process.exit(2);
}
if (!(Number.isInteger(wanted) && wanted >= 100 && Number.isInteger(seed) && pollSeconds >= 0.02)) {
  console.error("--polls takes a whole number from 100, --seed a whole number, --poll-seconds a number from 0.02.");
  process.exit(2);
}

/**
 * V8 compiles a function the first time it runs, and keeps what it compiled: machine code that comes and
 * goes by how often something ran is told from nothing else in the heap, and would hide what is kept.
 */
const codeOnce = "--js-flags=--always-sparkplug --no-maglev --no-turbofan --no-flush-bytecode";

/** The world's time between two polls, and how far it goes before it begins again: the campaign stays as large. */
const stepMilliseconds = 30_000;
const sweepSteps = 120;
const samplesWanted = Math.min(50, Math.max(10, Math.floor(wanted / 200)));
const touchEvery = 100;
/** Caches have filled, and what queries keep for a minute is there. */
const warmUpPolls = Math.min(5_000, Math.max(500, Math.ceil(wanted / 10)));
const warmUpMilliseconds = wanted < 5_000 ? 0 : 90_000;
/** Longer than a refused credential is waited out. */
const patienceMilliseconds = 6 * 60_000;

const pause = (/** @type {number} */ milliseconds) => new Promise((wait) => setTimeout(wait, milliseconds));
const random = randomOf(seed);
/** @type {(() => Promise<unknown>)[]} */
const ends = [];
const endAll = async () => {
  for (const end of ends.splice(0).toReversed()) await end();
};
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) process.on(signal, () => void endAll().finally(() => process.exit(1)));

try {
  process.exitCode = await soak();
} finally {
  await endAll();
}

async function soak() {
  if (!isBuilt()) await buildAll("warn");
  const simulator = await startSimulator(seed);
  ends.push(simulator.stop);
  const host = await startHost(simulator.baseUrl, pollSeconds);
  ends.push(host.stop);
  const browser = await chromium.launch({ executablePath: await needBrowser(), args: [...browserFlags(), codeOnce] });
  ends.push(() => browser.close());
  const open = await Promise.all(surfaces.map((surface) => openSurface(browser, surface, host.url)));

  /** Of the surface that polled least. */
  const polled = () => Math.min(...open.map(({ seen }) => seen.polls));
  const began = Date.now();
  let planted = 0;
  let step = 0;
  let advanced = 0;
  let moved = 0;
  let touched = 0;

  /** Lets the world go on, and plants what the polls since the last time are to meet. */
  async function move() {
    for (let since = Math.min(20, polled() - moved); since > 0; since -= 1) {
      for (const fault of faultsOfPoll(random)) {
        await simulator.fault(fault);
        planted += 1;
      }
    }
    if (polled() === moved) return;
    moved = polled();
    step += 1;
    // The time that passes here meanwhile is taken back: data that grew with it would look like a leak.
    const ahead = (step % sweepSteps) * stepMilliseconds - (Date.now() - began);
    await simulator.advance(ahead - advanced);
    advanced = ahead;
  }

  /** @param {() => boolean} until */
  async function runUntil(until) {
    for (let last = { polls: polled(), at: Date.now() }; !until(); ) {
      await move();
      if (polled() - touched >= touchEvery) {
        touched = polled();
        await Promise.all(open.map((surface) => surface.touch()));
      }
      await pause(pollSeconds * 500);
      if (polled() > last.polls) last = { polls: polled(), at: Date.now() };
      const stuck = open.find(({ seen }) => seen.crashed !== undefined)?.seen.crashed;
      if (stuck !== undefined) throw new Error(stuck);
      if (Date.now() - last.at > patienceMilliseconds) throw new Error(`No poll for ${patienceMilliseconds / 60_000} minutes, after ${last.polls}.`);
    }
  }

  /** @type {import("./soak/figures.mjs").Sample[]} */
  const service = [];
  /** @type {import("./soak/figures.mjs").Sample[][]} */
  const pages = open.map(() => []);
  await runUntil(() => polled() >= warmUpPolls && Date.now() - began >= warmUpMilliseconds);
  const start = polled();
  for (let sample = 0; sample <= samplesWanted; sample += 1) {
    const at = start + ((Math.max(wanted, 2 * start) - start) * sample) / samplesWanted;
    await runUntil(() => polled() >= at);
    service.push({ polls: polled(), ...(await host.measure()) });
    for (const [index, surface] of open.entries()) pages[index]?.push({ polls: surface.seen.polls, ...(await surface.measure()) });
    const minutes = (Date.now() - began) / 60_000;
    console.log(`${polled().toLocaleString("en-US")} polls in ${minutes.toFixed(1)} min: ${open.map(({ surface }, index) => `${surface.name} ${brief(pages[index]?.at(-1))}`).join(", ")}; service ${brief(service.at(-1))}`);
  }

  const minutes = ((Date.now() - began) / 60_000).toFixed(1);
  console.log(`\n${polled().toLocaleString("en-US")} polls in ${minutes} minutes, ${planted} faults planted, seed ${seed}; ${cpus().length} × ${cpus()[0]?.model ?? "processor"}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, Chromium ${browser.version()}\n`);
  console.log(table("service", service));
  const problems = [];
  for (const [index, { surface, seen }] of open.entries()) {
    const samples = pages[index] ?? [];
    console.log(`${table(surface.name, samples)}\n  ${wordTouches(surface, seen)}`);
    problems.push(...growth(surface.name, samples), ...usability(surface, seen), ...[...new Set(seen.errors)].map((error) => `${surface.name}: ${error}`));
  }
  console.log(problems.length === 0 ? "\nNothing grew." : `\n${problems.join("\n")}`);
  return problems.length === 0 ? 0 : 1;
}

/** @param {import("./soak/figures.mjs").Sample | undefined} sample */
function brief(sample) {
  return `${((sample?.heapBytes ?? Number.NaN) / 2 ** 20).toFixed(2)} MiB${sample?.nodes === undefined ? "" : `, ${sample.nodes} nodes`}`;
}
