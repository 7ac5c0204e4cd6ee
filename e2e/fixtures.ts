import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, type Page, test as base } from "@playwright/test";
import { published, startUpstream } from "../src/service/testing/upstream.ts";

type Program = { child: ChildProcess; printed(pattern: RegExp): Promise<string>; stop(signal?: NodeJS.Signals): Promise<void> };

/** A built host: `url` ends in a slash and holds the base path. It is asked to end, or with SIGKILL not asked. */
export type Host = { url: string; stop(signal?: NodeJS.Signals): Promise<void> };
/** The simulator program, with the switches of its faults open; what is named is its Talkover. */
export type Simulator = {
  baseUrl: string;
  token: string;
  campaigns: string[];
  fault(fault: { fault: string } & Record<string, unknown>): Promise<void>;
  clearFaults(): Promise<void>;
  /** Moves the simulated world's time. */
  advance(milliseconds: number): Promise<void>;
};

type Configuration = { connections?: Record<string, object>; [key: string]: unknown };

const builtProgram = resolve("dist/server/main.js");

function start(args: string[], env: Record<string, string>, cwd: string, file = builtProgram): Program {
  const child = spawn(process.execPath, [file, ...args], { cwd, env: { PATH: process.env.PATH ?? "", ...env } });
  let text = "";
  const watchers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      for (const look of watchers) look();
    });
  }
  const ended = new Promise<void>((settle) => {
    child.on("close", () => settle());
  });
  return {
    child,
    printed: (pattern) =>
      new Promise((found, reject) => {
        const look = (): void => {
          const match = pattern.exec(text)?.[1];
          if (match !== undefined) found(match);
        };
        watchers.add(look);
        look();
        void ended.then(() => reject(new Error(`The program ended first:\n${text}`)));
      }),
    stop: async (signal = "SIGTERM") => {
      child.kill(signal);
      await ended;
    },
  };
}

/** Starts the built Node host on a free port, to be stopped by whoever started it; without a configuration it shows the demo. */
export async function startHost(configuration?: Configuration, env: Record<string, string> = {}, flags = ["--port", "0"], file = builtProgram): Promise<Host> {
  const directory = await mkdtemp(join(tmpdir(), "callboard-e2e-"));
  if (configuration !== undefined) await writeFile(join(directory, "callboard.config.json"), JSON.stringify(configuration));
  const program = start(flags, env, directory, file);
  const url = await program.printed(/Callboard listening on (\S+)/);
  return {
    url,
    stop: async (signal) => {
      await program.stop(signal);
      await rm(directory, { recursive: true });
    },
  };
}

type SimulatorOptions = { calls?: number; seed?: number; crossOrigin?: boolean };

/** Starts the simulator program on a free port. It accepts any number of requests a minute. */
export async function startSimulator({ calls, seed = 7, crossOrigin = false }: SimulatorOptions = {}): Promise<Simulator & { stop(): Promise<void> }> {
  const args = ["simulator", "--port", "0", "--seed", String(seed), "--controls", "--requests-per-minute", "100000"];
  if (calls !== undefined) args.push("--calls", String(calls));
  if (crossOrigin) args.push("--cross-origin");
  const program = start(args, {}, tmpdir());
  const origin = await program.printed(/Simulator listening on (\S+)\n/);
  const baseUrl = await program.printed(/Base URL: (\S+\/talkover)\n/);
  const token = await program.printed(/Talkover demo: API token (\S+)\n/);
  const campaigns = (await program.printed(/\/talkover\n.+\n {2}Campaigns: (.+)\n/)).split(", ");
  const control = async (method: string, path: string, body?: object): Promise<void> => {
    const response = await fetch(origin + path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  };
  return {
    baseUrl,
    token,
    campaigns,
    fault: (fault) => control("POST", "/_faults", fault),
    clearFaults: () => control("DELETE", "/_faults"),
    advance: (advanceMilliseconds) => control("POST", "/_clock", { advanceMilliseconds }),
    stop: program.stop,
  };
}

/** A configuration with one Talkover connection named `acme`, and the environment that holds its token. */
export function acme(baseUrl: string, token: string, more: object = {}): { configuration: Configuration; env: Record<string, string> } {
  const connection = { provider: "talkover", label: "Acme", baseUrl, token: { env: "ACME_TOKEN" }, ...more };
  return { configuration: { connections: { acme: connection } }, env: { ACME_TOKEN: token } };
}

/** Reads each campaign once a second: what is true of many polls is seen sooner. */
export const everySecond = { pollSeconds: { calling: 1, outsideHours: 1, finished: 1 } };

type Fixtures = {
  /** Starts hosts that end with the test, however it ends. */
  launch: typeof startHost;
  /** Errors a test plants itself. */
  plantedError: RegExp | undefined;
  /** Fails a test whose page wrote errors, broke the content security policy or opened a dialog. */
  quietPage: void;
};
type Shared = {
  /** A host whose `acme` connection reads the published sample, served byte for byte; `url` is the campaign's page. */
  published: { host: Host; url: string };
  /** The host on its demo. */
  demo: Host;
  simulator: Simulator;
  /** A host whose `acme` connection reads `simulator`. */
  acmeHost: Host;
};

/** Before its host ends: a page that still loads its parts would miss them. */
export async function leave(page: Page): Promise<void> {
  // It may be closed by now.
  await page.goto("about:blank").catch(() => {});
}

export const test = base.extend<Fixtures, Shared>({
  plantedError: [undefined, { option: true }],
  launch: async ({ page }, use) => {
    const hosts: Host[] = [];
    await use(async (...given) => {
      const host = await startHost(...given);
      hosts.push(host);
      return host;
    });
    await leave(page);
    await Promise.all(hosts.map((host) => host.stop()));
  },
  published: [
    async ({}, use) => {
      const platform = await startUpstream(published);
      const { configuration, env } = acme(platform.baseUrl, "talq_sample");
      const host = await startHost(configuration, env);
      await use({ host, url: `${host.url}c/acme/campaign-uuid-1` });
      await host.stop();
      await platform.close();
    },
    { scope: "worker" },
  ],
  demo: [
    async ({}, use) => {
      const host = await startHost();
      await use(host);
      await host.stop();
    },
    { scope: "worker" },
  ],
  simulator: [
    async ({}, use) => {
      const simulator = await startSimulator();
      await use(simulator);
      await simulator.stop();
    },
    { scope: "worker" },
  ],
  acmeHost: [
    async ({ simulator }, use) => {
      const { configuration, env } = acme(simulator.baseUrl, simulator.token);
      const host = await startHost({ ...configuration, ...everySecond }, env);
      await use(host);
      await host.stop();
    },
    { scope: "worker" },
  ],
  quietPage: [
    async ({ page, plantedError }, use) => {
      const noises: string[] = [];
      page.on("pageerror", (error) => noises.push(`error: ${error.message}`));
      page.on("dialog", (dialog) => {
        noises.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on("console", (message) => {
        // A refused or missing answer is logged by the browser itself; those are what many tests are about.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) noises.push(message.text());
      });
      await use();
      expect(noises.filter((noise) => plantedError?.test(noise) !== true)).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
