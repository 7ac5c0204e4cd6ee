import { defineConfig } from "vite";

/** The Node host: dist/server/main.js, with its packages left in node_modules. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: "src/server/main.ts",
    outDir: "dist/server",
    emptyOutDir: true,
    target: "node20",
    sourcemap: true,
  },
});
