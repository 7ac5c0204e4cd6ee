import { Hono } from "hono";
import { z } from "zod";
import { json } from "./answer.ts";
import { Fault, type FaultBoard } from "./fault.ts";

const Advance = z.strictObject({ advanceMilliseconds: z.int() });

export type MovableClock = { now(): number; advance(milliseconds: number): void };

/**
 * The simulator's own switches, for tests: `POST /_faults` switches a fault on,
 * `DELETE /_faults` all of them off; `POST /_clock` moves the world's time.
 */
export function controlRoutes(faults: FaultBoard, clock: MovableClock): Hono {
  const app = new Hono();
  app.post("/_faults", async (c) => {
    const fault = Fault.safeParse(await c.req.json().catch(() => undefined));
    if (!fault.success) return refused(fault.error);
    faults.add(fault.data);
    return json(fault.data, 201);
  });
  app.delete("/_faults", (c) => {
    faults.clear();
    return c.body(null, 204);
  });
  app.post("/_clock", async (c) => {
    const move = Advance.safeParse(await c.req.json().catch(() => undefined));
    if (!move.success) return refused(move.error);
    clock.advance(move.data.advanceMilliseconds);
    return json({ now: clock.now() });
  });
  return app;
}

const refused = (error: z.ZodError): Response => json({ problems: z.prettifyError(error).split("\n") }, 400);
