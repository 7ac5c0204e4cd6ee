import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installFromDebian } from "./debian.mjs";

/**
 * The nginx that tests and measurements use: the one named, or the system's.
 * @returns {string | undefined} its path; undefined where there is none
 */
export function findNginx() {
  const named = process.env.CALLBOARD_NGINX;
  if (named !== undefined && named !== "") return existsSync(named) ? named : undefined;
  const directories = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return directories.map((directory) => join(directory, "nginx")).find((path) => existsSync(path));
}

/**
 * As `findNginx`, and installs Debian's where there is none and the user is root.
 * @returns {Promise<string>}
 */
export async function needNginx() {
  if (findNginx() === undefined) await installFromDebian("nginx-light");
  const found = findNginx();
  if (found === undefined) throw new Error("There is no nginx: install it (Debian: apt-get install nginx-light), or name its program in CALLBOARD_NGINX.");
  return found;
}
