import { defineConfig } from "vite";

/** The Node host: dist/server, with its packages left in node_modules. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: "dist/server",
    emptyOutDir: true,
    target: "node20",
    sourcemap: true,
    rolldownOptions: {
      input: { main: "src/server/main.ts", "engine-thread": "src/server/engines/engine-thread.ts", "watch-thread": "src/server/watch/watch-thread.ts" },
      // Files find each other, and the client, from where they lie: all in one directory.
      output: { chunkFileNames: "[name]-[hash].js" },
    },
  },
});
