import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { buildAll, isBuilt } from "./build.mjs";
import { root } from "./run.mjs";

/*
 * Builds what is missing or old, then becomes the Node host: the same process,
 * so that a signal to it reaches the host.
 */
if (!isBuilt()) {
  // Not on standard output, where a script may be waiting for a token.
  console.error("Building Callboard …");
  await buildAll("warn");
}
await import(pathToFileURL(join(root, "dist/server/main.js")).href);
