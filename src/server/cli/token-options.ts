import { parseArgs } from "node:util";
import { type Grant, NumberPolicy, Permission, Surface } from "#service/access/viewer.ts";
import { z } from "zod";
import { revocableId } from "../access/revocable.ts";
import { CampaignsOption, scopeOf } from "./campaigns-option.ts";

const minute = 60_000;
const units: Readonly<Record<string, number>> = { s: 1_000, m: minute, h: 60 * minute, d: 24 * 60 * minute };
const longestMilliseconds = 366 * 24 * 60 * minute;

const list = z.string().transform((text) => text.split(",").map((part) => part.trim()).filter((part) => part !== ""));

/** Each description is the rest of a sentence that begins with the option. */
const Options = z.strictObject({
  link: z.boolean().default(false).describe("takes no value"),
  label: z.string().min(1).max(200).optional().describe("must be what the viewer is called, of 1 to 200 characters"),
  campaigns: CampaignsOption.default(["*/*"])
    .describe('must be CONNECTION/CAMPAIGN, such as "acme/*" or "acme/spring-*"; more than one are separated by commas'),
  numbers: NumberPolicy.optional().describe("must be full, masked or none"),
  permissions: list.pipe(z.array(Permission)).default([]).describe("must be some of recordings,export,displays"),
  surface: Surface.optional().describe("must be page, embed or wall"),
  for: z
    .string()
    .regex(/^\d{1,6}[smhd]$/)
    .transform((text) => Number(text.slice(0, -1)) * (units[text.slice(-1)] ?? 0))
    .refine((milliseconds) => milliseconds > 0 && milliseconds <= longestMilliseconds)
    .optional()
    .describe("must be how long it may be used, such as 15m, 8h or 30d, 366d at most"),
  to: z.string().regex(/^\/(?!\/)/).optional().describe("must be the path that opens after signing in, such as /c/acme/campaign-1"),
  revoke: z.string().transform(revocableId).pipe(z.string()).optional().describe("must be the id that was printed with the token or link, or one of these whole; nothing was revoked"),
});

/** What `--help` prints. */
export const tokenUsage = `Makes a token to send as Authorization: Bearer …, or with --link a link that a person signs in with once.

  npm run -s token -- [options]

  --link                 a link in place of a token
  --label NAME           what the viewer is called; "manager" for a link, "viewer" for a token
  --campaigns LIST       CONNECTION/CAMPAIGN, separated by commas, such as "acme/*" or "acme/spring-*"; all of them unless named
  --numbers POLICY       full, masked or none; full for a link, masked for a token
  --permissions LIST     some of recordings,export,displays; none unless named
  --surface SURFACE      page, embed or wall; page for a link, embed for a token
  --for TIME             how long it may be used, such as 15m, 8h or 30d; 15m for a link, 1h for a token
  --to PATH              of a link: the path that opens after signing in, such as /c/acme/campaign-1
  --revoke ID            takes back the token or link of this id, or given whole
  --config FILE          the configuration, where it is not callboard.config.json here`;

const names = Object.keys(Options.shape);
const switches = new Set(["link"]);

export type TokenOrder = {
  kind: "link" | "token";
  label: string;
  grant: Grant;
  lifetimeMilliseconds: number;
  to: string | undefined;
  revoke: string | undefined;
};

export type TokenOptionsReading = { ok: true; order: TokenOrder; others: string[] } | { ok: false; mistakes: string[] };

/** Reads the options of `token`; `others` are those of the server, such as `--config`. */
export function readTokenOptions(args: readonly string[]): TokenOptionsReading {
  const options = {
    ...Object.fromEntries(names.map((name) => [name, { type: switches.has(name) ? ("boolean" as const) : ("string" as const) }])),
    campaigns: { type: "string" as const, multiple: true },
    config: { type: "string" as const },
  };
  const { values, positionals } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true });
  const { config, ...own } = values;
  const parsed = Options.safeParse(own);
  const stray = positionals.map((text) => `${text} is not understood: options begin with --.`);
  const leadsNowhere = typeof own.to === "string" && own.link !== true ? ["--to has no meaning without --link: a token opens no page."] : [];
  // One sentence for each option, however many of its parts are mistaken.
  const mistakes = new Set([...stray, ...leadsNowhere, ...(parsed.error?.issues.map(sentence) ?? [])]);
  if (!parsed.success || mistakes.size > 0) return { ok: false, mistakes: [...mistakes] };
  const { link, label, campaigns, numbers, permissions, surface, for: lifetime, to, revoke } = parsed.data;
  const grant = { campaigns: scopeOf(campaigns), surface: surface ?? (link ? "page" : "embed"), numbers: numbers ?? (link ? "full" : "masked"), permissions } as const;
  const order = { kind: link ? "link" : "token", label: label ?? (link ? "manager" : "viewer"), grant, lifetimeMilliseconds: lifetime ?? (link ? 15 * minute : 60 * minute), to, revoke } as const;
  return { ok: true, order, others: typeof config === "string" ? ["--config", config] : [] };
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `--${issue.keys.join(", --")} is no option: write ${[...names, "config"].map((name) => `--${name}`).join(", ")}.`;
  const option = Object.entries(Options.shape).find(([name]) => name === issue.path[0]);
  return `--${String(issue.path[0])} ${option?.[1].description ?? "is not understood"}.`;
}
