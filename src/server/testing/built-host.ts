import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "vite";
import { writeClient } from "./client-directory.ts";

/** One build for each of the test runner's processes: two files must not write the same one. */
const directory = resolve(`.cache/built-host-${process.env.VITEST_POOL_ID ?? "0"}`);

/** Builds the server as it is now, beside a small client; for tests that start it as a process. */
export async function buildHost(): Promise<void> {
  await build({ configFile: "vite.server.config.ts", logLevel: "silent", build: { outDir: join(directory, "server"), sourcemap: false } });
  writeClient(join(directory, "client"));
}

export type HostProcess = {
  child: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** The first match in what is printed. Rejects with all of it when the process ends before. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** `null` where a signal ended it. */
  ended: Promise<number | null>;
};

type Start = { args?: string[]; env?: Record<string, string>; cwd?: string };

/** Starts the built server in an empty directory, with nothing in its environment but what is given. */
export function startHost({ args = [], env = {}, cwd = mkdtempSync(join(tmpdir(), "callboard-")) }: Start = {}): HostProcess {
  const child = spawn(process.execPath, [join(directory, "server/main.js"), ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  const ended = new Promise<number | null>((settle) => {
    child.on("close", settle);
  });
  const printed = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((found, reject) => {
      const look = (): void => {
        const match = pattern.exec(text);
        if (match !== null) found(match);
      };
      child.stdout.on("data", look);
      child.stderr.on("data", look);
      void ended.then(() => {
        look();
        reject(new Error(`The server ended first:\n${text}`));
      });
      look();
    });
  return { child, output: () => text, printed, ended };
}
