import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** The program, as scripts/test-programs.mjs found it; empty where there is none. */
    nginx: string;
  }
}

export type Nginx = { origin: string; stop(): Promise<void> };

/**
 * The real nginx on a free port, with what stands within `http` in its configuration. Rejects, so
 * that tests fail, where nginx is not installed or refuses the configuration.
 */
export async function startNginx(configurationFor: (port: number) => string): Promise<Nginx> {
  const program = inject("nginx");
  if (program === "") throw new Error("There is no nginx: install it (Debian: apt-get install nginx-light), or name its program in CALLBOARD_NGINX.");
  const directory = mkdtempSync(join(tmpdir(), "callboard-nginx-"));
  const port = await freePort();
  const bodies = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${directory}/${kind};`);
  for (const name of ["main.conf", "http.conf"] as const) {
    const asRoot = process.getuid?.() === 0 ? "user root;" : "";
    const main = `${asRoot} worker_processes 1; daemon off; pid ${directory}/pid; events {} http { access_log off; ${bodies.join(" ")} include ${directory}/http.conf; }`;
    writeFileSync(join(directory, name), name === "main.conf" ? main : configurationFor(port));
  }
  mkdirSync(join(directory, "logs"));
  const log = join(directory, "logs/error.log");
  const child = spawn(program, ["-c", join(directory, "main.conf"), "-e", log], { stdio: "ignore" });
  const ended = new Promise((settle) => child.on("close", settle));
  const origin = `http://127.0.0.1:${port}`;
  const answers = async (): Promise<boolean> => fetch(origin).then(() => true, () => false);
  for (let tries = 0; !(await answers()); tries += 1) {
    if (child.exitCode !== null || tries > 200) throw new Error(`nginx did not start: ${readFileSync(log, "utf8")}`);
    await new Promise((settle) => setTimeout(settle, 25));
  }
  return {
    origin,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(directory, { recursive: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
