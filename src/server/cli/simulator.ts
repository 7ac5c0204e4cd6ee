import { parseArgs } from "node:util";
import { providers } from "#providers/registry.ts";
import type { SimulatedAccount } from "#providers/simulation.ts";
import { createSimulator, type SimulatedPlatform } from "#simulator/simulator.ts";
import { z } from "zod";
import { listen } from "../listen.ts";
import { simulatorListener } from "../simulator-listener.ts";
import { wrongConfiguration } from "./configured.ts";
import { untilSignal } from "./until-signal.ts";

const whole = (least: number, most: number): z.ZodPipe<z.ZodString, z.ZodCoercedNumber> =>
  z.string().regex(/^\d+$/).pipe(z.coerce.number<string>().int().min(least).max(most));

/** Each description is the rest of a sentence that begins with the option. */
const Options = z.strictObject({
  port: whole(0, 65_535).default(9001).describe("must be a whole number from 0 to 65535 (0 takes any free port)"),
  calls: whole(1, 1_000_000).optional().describe("must be the number of calls of one more, big campaign of each platform: 1 to 1000000"),
  seed: whole(0, 2 ** 31 - 1).default(7).describe("must be a whole number; the same one gives the same campaigns"),
  "requests-per-minute": whole(1, 1_000_000).optional().describe("must be a whole number of 1 or more, instead of each platform's own limit"),
  controls: z.boolean().default(false).describe("takes no value"),
  "cross-origin": z.boolean().default(false).describe("takes no value"),
});

const switches = new Set(["controls", "cross-origin"]);
const names = Object.keys(Options.shape);
const options = Object.fromEntries(names.map((name) => [name, { type: switches.has(name) ? ("boolean" as const) : ("string" as const) }]));

/** Serves simulated campaigns over HTTP on this machine, until a signal. */
export async function simulator(args: readonly string[]): Promise<number> {
  const parsed = Options.safeParse(parseArgs({ args: [...args], options, strict: false }).values);
  if (!parsed.success) {
    console.error(parsed.error.issues.map(sentence).join("\n"));
    return wrongConfiguration;
  }
  const { port, calls, seed, controls, "cross-origin": crossOrigin, "requests-per-minute": requestsPerMinute } = parsed.data;
  const given = { ...(calls !== undefined && { calls }), ...(requestsPerMinute !== undefined && { requestsPerMinute }) };
  const simulated = createSimulator({ seed, ...given, controls, crossOrigin, now: Date.now });
  try {
    const listening = await listen(simulatorListener(simulated), { host: "127.0.0.1", port });
    console.log(`Simulator listening on ${listening.origin}`);
    for (const platform of simulated.platforms) console.log(`\n${described(platform, listening.origin)}`);
    await untilSignal();
    await listening.drain(1_000);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return wrongConfiguration;
  }
}

/** All that a connection to a platform's part needs, in the words of the configuration. */
function described({ providerId, path, accounts, campaigns }: SimulatedPlatform, origin: string): string {
  const provider = providers.get(providerId);
  const identified = ({ label, token, account }: SimulatedAccount): string => {
    const fields = Object.entries(account).map(([name, value]) => `, ${name} ${value}`);
    return `  ${label}: ${provider?.credential ?? "credential"} ${token}${fields.join("")}`;
  };
  return [
    `${provider?.name ?? providerId} (provider "${providerId}")`,
    `  Base URL: ${origin}${path}`,
    ...accounts.map(identified),
    `  Campaigns: ${campaigns.join(", ")}`,
  ].join("\n");
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `--${issue.keys.join(", --")} is no option: write ${names.map((name) => `--${name}`).join(", ")}.`;
  const option = Object.entries(Options.shape).find(([name]) => name === issue.path[0]);
  return `--${String(issue.path[0])} ${option?.[1].description ?? "is not understood"}.`;
}
