import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { startProduct } from "./programs.mjs";

/** The campaign's clock moves by this between two bodies: some fifty rows change at 100,000 calls, one or a few at 1,000. */
const apartMilliseconds = (/** @type {number} */ calls) => (calls < 10_000 ? 150_000 : 72_000);
const gzipBytes = promisify(gzip);

/**
 * Successive answers of the simulator's big campaign, kept in files as they came and as gzip:
 * everything measured then reads the very same bytes, and no simulator works beside it.
 * @param {string} directory
 * @param {number} calls
 * @param {number} count
 * @returns {Promise<{ files: string[], bytes: number, gzipBytes: number }>}
 */
export async function recordBodies(directory, calls, count) {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const args = ["simulator", "--port", "0", "--calls", String(calls), "--controls", "--requests-per-minute", "100000"];
  const patterns = [/Simulator listening on (\S+)\n/, /Base URL: (\S+\/talkover)\n/, /Talkover demo: API token (\S+)\n/];
  const simulator = await startProduct(args, { patterns });
  const [origin = "", baseUrl = "", token = ""] = simulator.values;
  const files = [];
  const sizes = [];
  for (let step = 0; step < count; step++) {
    const response = await fetch(`${baseUrl}/api/v1/campaigns/big`, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`The simulator answered ${response.status}`);
    const body = new Uint8Array(await response.arrayBuffer());
    const packed = await gzipBytes(body);
    const file = join(directory, `${step}.json`);
    writeFileSync(file, body);
    writeFileSync(`${file}.gz`, packed);
    files.push(file);
    sizes.push({ bytes: body.byteLength, gzipBytes: packed.byteLength });
    await fetch(`${origin}/_clock`, { method: "POST", body: JSON.stringify({ advanceMilliseconds: apartMilliseconds(calls) }) });
  }
  await simulator.stop();
  const [first = { bytes: 0, gzipBytes: 0 }] = sizes;
  if (!files.every((file) => existsSync(file))) throw new Error("Not every body was written");
  return { files, ...first };
}
