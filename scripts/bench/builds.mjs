import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { root } from "../run.mjs";

/** Builds what is measured with, beside the product: the baseline page and the program that times taking bodies in. @param {string} directory */
export async function buildBench(directory) {
  const sources = join(root, "e2e/bench");
  await build({
    configFile: false,
    logLevel: "warn",
    root: sources,
    base: "./",
    plugins: [react()],
    build: { outDir: join(directory, "baseline"), emptyOutDir: true },
  });
  await build({
    configFile: false,
    logLevel: "warn",
    root,
    publicDir: false,
    build: { ssr: join(sources, "ingest.ts"), outDir: join(directory, "ingest"), emptyOutDir: true, target: "node20" },
  });
  return { baseline: join(directory, "baseline"), ingest: join(directory, "ingest/ingest.js") };
}
