import { existsSync } from "node:fs";
import { run } from "./run.mjs";

export const isRoot = () => process.getuid?.() === 0;

/** Installs a package of Debian's, where that can be done without asking anybody. @param {string} name */
export async function installFromDebian(name) {
  if (!isRoot() || !existsSync("/usr/bin/apt-get")) return;
  console.log(`No ${name} found; installing Debian's …`);
  await run("apt-get", ["update"], { show: true });
  await run("apt-get", ["install", "-y", "--no-install-recommends", name], { show: true });
}
