import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findNginx } from "../nginx.mjs";
import { cpuSeconds } from "./processor.mjs";
import { freePort, runForJson, start } from "./programs.mjs";

const viewers = 1_000;
const seconds = 5;
/** The server has the first core, the load the second. */
const loadCore = 1;

/**
 * @typedef {{ perSecond: number, perCpuSecond: number, unchangedShare: number, p99Milliseconds: number }} Throughput
 *   `perCpuSecond`: answers for each second of processor time the server used; says the same where the load is the slower part.
 */

/** @param {string} url @param {number} pid @param {"whole" | "changes"} wanted @returns {Promise<Throughput>} */
async function load(url, pid, wanted) {
  const program = join(import.meta.dirname, "viewers-load.mjs");
  /** @type {number[]} */
  const used = [];
  const sampler = setInterval(() => used.push(cpuSeconds(pid)), 250);
  const result = await runForJson([program, url, String(viewers), String(seconds), wanted], loadCore);
  clearInterval(sampler);
  const { 200: whole = 0, 304: unchanged = 0, ...others } = result.statuses;
  if (Object.keys(others).length > 0) throw new Error(`${url} was answered with ${JSON.stringify(result.statuses)}`);
  // The last four seconds before the end lie within the counted time.
  const [from = Number.NaN, to = Number.NaN] = [used.at(-17), used.at(-1)];
  const busy = Math.min(1, (to - from) / 4);
  return { perSecond: result.perSecond, perCpuSecond: result.perSecond / busy, unchangedShare: unchanged / (whole + unchanged), p99Milliseconds: result.p99Milliseconds };
}

/** A campaign asked by 1,000 viewers. @param {string} campaign @param {number} pid */
export async function loadProduct(campaign, pid) {
  const answer = await fetch(campaign);
  const body = Buffer.from(await answer.arrayBuffer());
  return { body, whole: await load(campaign, pid, "whole"), unchanged: await load(campaign, pid, "changes") };
}

/**
 * The same bytes from nginx, one worker on the same core. `undefined` where it is not installed.
 * @param {string} directory
 * @param {Buffer} body
 */
export async function loadNginx(directory, body) {
  const binary = findNginx();
  if (binary === undefined) {
    process.stderr.write("nginx is not installed, so nothing is measured beside it (apt-get install nginx-light).\n");
    return undefined;
  }
  mkdirSync(join(directory, "files"), { recursive: true });
  writeFileSync(join(directory, "files/campaign.json"), body);
  const port = await freePort();
  const asRoot = process.getuid?.() === 0 ? "user root;" : "";
  writeFileSync(
    join(directory, "nginx.conf"),
    `${asRoot} worker_processes 1; daemon off; master_process off; pid ${directory}/nginx.pid; error_log ${directory}/error.log;
events { worker_connections 2048; }
http {
  access_log off; types { application/json json; } keepalive_requests 1000000000; open_file_cache max=10;
  client_body_temp_path ${directory}/body; proxy_temp_path ${directory}/proxy; fastcgi_temp_path ${directory}/fastcgi;
  uwsgi_temp_path ${directory}/uwsgi; scgi_temp_path ${directory}/scgi;
  server { listen 127.0.0.1:${port}; root ${directory}/files; }
}
`,
  );
  const nginx = await start(binary, ["-c", join(directory, "nginx.conf"), "-e", join(directory, "error.log")], { core: 0 });
  const url = `http://127.0.0.1:${port}/campaign.json`;
  for (let tries = 0; !(await isThere(url)); tries++) {
    if (tries > 100) throw new Error(`nginx did not start: ${readFileSync(join(directory, "error.log"), "utf8")}`);
    await new Promise((wait) => setTimeout(wait, 50));
  }
  const whole = await load(url, nginx.pid, "whole");
  const unchanged = await load(url, nginx.pid, "changes");
  await nginx.stop();
  const version = /nginx\/(\S+)/.exec(execFileSync(binary, ["-v"], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }))?.[1];
  return { whole, unchanged, version };
}

/** @param {string} url */
const isThere = (url) => fetch(url).then((answer) => answer.ok, () => false);
