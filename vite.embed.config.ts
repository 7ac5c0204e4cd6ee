import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

/** The script for pages that embed a campaign, at one address that stays, with its types beside it. */
export default defineConfig({
  publicDir: false,
  plugins: [
    {
      name: "callboard-embed-types",
      generateBundle() {
        this.emitFile({ type: "asset", fileName: "embed.d.ts", source: readFileSync("src/embed/embed-types.ts") });
      },
    },
  ],
  build: {
    outDir: "dist/client",
    emptyOutDir: false,
    target: ["chrome111", "edge111", "safari16.4", "firefox128"],
    lib: { entry: "src/embed/embed.ts", formats: ["iife"], name: "CallboardEmbed", fileName: () => "embed.js" },
  },
});
