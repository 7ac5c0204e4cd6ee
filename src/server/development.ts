import { getRequestListener } from "@hono/node-server";
import { operator } from "#service/access/viewer.ts";
import { createService } from "#service/service.ts";
import { configured } from "./cli/configured.ts";
import { openConnections } from "./connections.ts";
import { version } from "./version.ts";

/*
 * The service as `npm run dev` has it: on the listening thread, without the
 * guards and the policy that the development server's own scripts would break.
 */
const configuration = configured([]);
if (configuration === undefined) process.exit(2);

const { connections } = openConnections(configuration);
const service = createService({ host: { kind: "node", version }, connections, clock: Date });

/** Answers a request of the development server. */
export const listener = getRequestListener((request) => service.fetch(request, operator));
