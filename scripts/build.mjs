import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { root } from "./run.mjs";
import { sourceFiles } from "./source-files.mjs";

const configurations = ["vite.config.ts", "vite.embed.config.ts", "vite.server.config.ts"];
const built = ["dist/client/index.html", "dist/client/embed.js", "dist/server/main.js"].map((file) => join(root, file));
const ingredients = ["index.html", "package-lock.json", ...configurations];

/** Whether the build is there and no source is younger than it. */
export function isBuilt() {
  if (!built.every((file) => existsSync(file))) return false;
  const sources = [...ingredients, ...sourceFiles(root, "src", /./), ...sourceFiles(root, "public", /./)];
  const youngest = Math.max(...sources.map((file) => statSync(join(root, file)).mtimeMs));
  return built.every((file) => statSync(file).mtimeMs > youngest);
}

/** Builds the client, the script for pages that embed it, and the Node host into dist. @param {"info" | "warn"} logLevel */
export async function buildAll(logLevel) {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  for (const configFile of configurations) {
    await build({ root, configFile: join(root, configFile), logLevel });
  }
}

if (process.argv[1] === import.meta.filename) await buildAll("info");
