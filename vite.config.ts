import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const firstFiles = /[\\/]src[\\/]app[\\/](main|surfaces[\\/]page)\.tsx$/;

/** Whether a module is needed before a campaign's header can be read; not what is imported later, by `import()`. */
function isNeededFirst(id: string, importersOf: (id: string) => readonly string[]): boolean {
  const seen = new Set([id]);
  for (const each of seen) for (const importer of importersOf(each)) seen.add(importer);
  return [...seen].some((each) => firstFiles.test(each));
}

/** The client: static files that any file server can serve, from any path. */
export default defineConfig({
  base: "./",
  plugins: [react(), tailwindcss()],
  build: {
    outDir: "dist/client",
    emptyOutDir: true,
    target: ["chrome111", "edge111", "safari16.4", "firefox128"],
    // The content security policy allows no data: scripts or fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // In one file what the header needs and later parts share: many small ones weigh more.
          groups: [
            {
              debugName: "shell",
              name: (id, context) => (isNeededFirst(id, (each) => context.getModuleInfo(each)?.importers ?? []) ? "shell" : null),
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  worker: { format: "es" },
});
