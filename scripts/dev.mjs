import { join } from "node:path";
import { createServer } from "vite";
import { root } from "./run.mjs";

/*
 * Client and service with hot reload, on http://127.0.0.1:4173/. A change to
 * the service takes effect with the next request, with an empty memory.
 */
const server = await createServer({
  root,
  configFile: join(root, "vite.config.ts"),
  server: { host: "127.0.0.1", port: Number(process.env.PORT ?? 4173), strictPort: true },
  plugins: [
    {
      name: "callboard-service",
      configureServer(vite) {
        vite.middlewares.use((request, response, next) => {
          if (/^\/(api\/|healthz$|readyz$)/.test(request.url ?? "")) void answer(vite, request, response);
          else next();
        });
      },
      // Where nothing is built, the page has its addresses from the root already.
      transformIndexHtml: () => [{ tag: "meta", attrs: { name: "callboard-host", content: "node" }, injectTo: "head-prepend" }],
    },
  ],
});
/**
 * @param {import("vite").ViteDevServer} vite
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(vite, request, response) {
  try {
    const { listener } = await vite.ssrLoadModule("/src/server/development.ts");
    await listener(request, response);
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
}

await server.listen();
server.printUrls();
