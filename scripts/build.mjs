import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { root } from "./run.mjs";
import { sourceFiles } from "./source-files.mjs";

const built = ["dist/client/index.html", "dist/server/main.js"].map((file) => join(root, file));
const ingredients = ["index.html", "package-lock.json", "vite.config.ts", "vite.server.config.ts"];

/** Whether the build is there and no source is younger than it. */
export function isBuilt() {
  if (!built.every((file) => existsSync(file))) return false;
  const sources = [...ingredients, ...sourceFiles(root, "src", /./), ...sourceFiles(root, "public", /./)];
  const youngest = Math.max(...sources.map((file) => statSync(join(root, file)).mtimeMs));
  return built.every((file) => statSync(file).mtimeMs > youngest);
}

/** Builds the client and the Node host into dist. @param {"info" | "warn"} logLevel */
export async function buildAll(logLevel) {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  for (const configFile of ["vite.config.ts", "vite.server.config.ts"]) {
    await build({ root, configFile: join(root, configFile), logLevel });
  }
}

if (process.argv[1] === import.meta.filename) await buildAll("info");
