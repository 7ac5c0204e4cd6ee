import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { installFromDebian, isRoot } from "./debian.mjs";

/*
 * The PostgreSQL that tests and measurements use: the system's programs, a cluster of their own in a
 * temporary directory, on a free port of this machine.
 */
const debian = "/usr/lib/postgresql";
const isWhole = (/** @type {string} */ directory) => ["initdb", "postgres"].every((program) => existsSync(join(directory, program)));

/**
 * Where PostgreSQL's programs lie: the directory named, one of the PATH, or Debian's newest.
 * @returns {string | undefined} undefined where there are none
 */
export function findPostgres() {
  const named = process.env.CALLBOARD_POSTGRES;
  if (named !== undefined && named !== "") return isWhole(named) ? named : undefined;
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  return [...(process.env.PATH ?? "").split(delimiter), ...versions.map((version) => join(debian, version, "bin"))].find(isWhole);
}

const noPostgres = "There is no PostgreSQL: install it (Debian: apt-get install postgresql), or name the directory of its programs in CALLBOARD_POSTGRES.";

/**
 * As `findPostgres`, and installs Debian's where there is none and the user is root.
 * @returns {Promise<string>}
 */
export async function needPostgres() {
  if (findPostgres() === undefined) await installFromDebian("postgresql");
  const found = findPostgres();
  if (found === undefined) throw new Error(noPostgres);
  return found;
}

/**
 * A cluster that forgets everything when it is stopped. Its one user, `callboard`, may do anything.
 * @returns {Promise<{ port: number, password: string, stop: () => Promise<void> }>}
 */
export async function startPostgres() {
  const programs = findPostgres();
  if (programs === undefined) throw new Error(noPostgres);
  const password = "canary-of-the-database";
  const directory = mkdtempSync(join(tmpdir(), "callboard-postgres-"));
  const owner = ownerOf(directory);
  const secret = join(directory, "password");
  writeFileSync(secret, password);
  const data = join(directory, "data");
  const made = spawnSync(join(programs, "initdb"), ["-D", data, "-U", "callboard", "-A", "scram-sha-256", `--pwfile=${secret}`, "--no-sync", "--no-instructions", "--locale=C", "-E", "UTF8"], { ...owner, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", `port=${port}`, "unix_socket_directories=", "fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=16MB", "autovacuum=off", "max_connections=200"];
  const server = spawn(join(programs, "postgres"), ["-D", data, ...settings.flatMap((setting) => ["-c", setting])], { ...owner, stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((settle) => server.on("close", settle));
  await new Promise((ready, reject) => {
    let text = "";
    server.stderr.setEncoding("utf8").on("data", (chunk) => {
      text = (text + chunk).slice(-10_000);
      if (text.includes("ready to accept connections")) ready(undefined);
    });
    void ended.then(() => reject(new Error(`PostgreSQL did not start: ${text}`)));
  });
  return {
    port,
    password,
    stop: async () => {
      // Its quickest orderly end: it waits for nobody, and what it holds is thrown away anyway.
      server.kill("SIGQUIT");
      await ended;
      rmSync(directory, { recursive: true });
    },
  };
}

/** PostgreSQL refuses to run as root: then as Debian's user for it, or as nobody. @param {string} directory */
function ownerOf(directory) {
  if (!isRoot()) return {};
  const idOf = (/** @type {"-u" | "-g"} */ which, /** @type {string} */ name) => Number(spawnSync("id", [which, name], { encoding: "utf8" }).stdout || Number.NaN);
  const name = ["postgres", "nobody"].find((each) => idOf("-u", each) > 0);
  if (name === undefined) throw new Error("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as.");
  const owner = { uid: idOf("-u", name), gid: idOf("-g", name) };
  chownSync(directory, owner.uid, owner.gid);
  return owner;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((found, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? found(address.port) : reject(new Error("no port"))));
    });
  });
}
