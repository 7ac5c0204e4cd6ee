import { createServer } from "vite";
import { root } from "./run.mjs";

/** Loads modules of `src` as they are written, with `ssrLoadModule`; to be closed. */
export const sourceLoader = () =>
  createServer({
    root,
    configFile: false,
    logLevel: "warn",
    appType: "custom",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  });
