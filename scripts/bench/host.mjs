import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../run.mjs";
import { startProduct } from "./programs.mjs";

export const benchDirectory = join(root, ".cache/bench");

/** The host's directory; deleted when the benchmark ends. */
export const hostDirectory = join(benchDirectory, "host");

/**
 * The Node host on connections of these names, each reading Talkover at its own address.
 * @param {Record<string, string>} baseUrls
 * @param {number} [core] the only one it may use
 */
export async function startHost(baseUrls, core) {
  mkdirSync(hostDirectory, { recursive: true });
  const connections = Object.fromEntries(
    Object.entries(baseUrls).map(([name, baseUrl]) => [name, { provider: "talkover", label: name, baseUrl, token: { env: "ACME_TOKEN" }, deadlineMs: 120_000 }]),
  );
  writeFileSync(join(hostDirectory, "callboard.config.json"), JSON.stringify({ connections }));
  const host = await startProduct(["--port", "0"], { cwd: hostDirectory, core, env: { ACME_TOKEN: "talq_demo" }, patterns: [/Callboard listening on (\S+)\n/] });
  return { url: host.values[0] ?? "", pid: host.pid, stop: host.stop };
}

/** The address of a campaign's answer. @param {string} url @param {string} connection */
export const campaignAt = (url, connection) => `${url}api/v1/connections/${connection}/campaigns/big`;
