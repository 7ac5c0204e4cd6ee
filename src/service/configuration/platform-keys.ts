import { z } from "zod";
import { nearest } from "./nearest.ts";

/** What the configuration must know of a platform: a provider is one. */
export type ConfigurablePlatform = {
  id: string;
  name: string;
  /** `undefined`: every account has an address of its own. */
  defaultBaseUrl: string | undefined;
  account: readonly { name: string; must: string; pattern: RegExp; required: boolean }[];
};

/** As much of a connection as can be checked although other keys of it, or the field itself, are mistaken. */
const Written = z.object({ provider: z.string(), baseUrl: z.unknown().optional(), account: z.record(z.string(), z.unknown()).default({}) });

/** Runs a check of a whole connection beside the mistakes in its keys, so that all are listed at once. */
export const besideOtherMistakes = { when: () => true };

type Check = (connection: unknown, context: z.RefinementCtx) => void;

/** Checks the fields of an account by its platform. Messages are the rest of a sentence that begins with the key. */
export function checkAccount(platforms: readonly ConfigurablePlatform[]): Check {
  return checkBy(platforms, (platform, { account }, say) => {
    for (const mistake of accountMistakes(platform, account)) say(["account", mistake.field], mistake.says);
  });
}

/** Checks that an address is written where the platform has none of its own. */
export function checkAddress(platforms: readonly ConfigurablePlatform[]): Check {
  return checkBy(platforms, ({ name, defaultBaseUrl }, { baseUrl }, say) => {
    if (baseUrl !== undefined || defaultBaseUrl !== undefined) return;
    say(["baseUrl"], `must be the address of this account: every account of ${name} has its own`);
  });
}

type Say = (path: string[], message: string) => void;

function checkBy(platforms: readonly ConfigurablePlatform[], check: (platform: ConfigurablePlatform, written: z.infer<typeof Written>, say: Say) => void): Check {
  return (connection, context) => {
    const written = Written.safeParse(connection);
    const platform = platforms.find(({ id }) => id === written.data?.provider);
    if (!written.success || platform === undefined) return;
    check(platform, written.data, (path, message) => context.addIssue({ code: "custom", path, message }));
  };
}

/** What is wrong with an account's fields; `says` is the rest of a sentence that begins with the field. */
export function accountMistakes({ name, account: fields }: ConfigurablePlatform, account: Readonly<Record<string, unknown>>) {
  const given = new Map(Object.entries(account));
  const wrong = fields
    .filter((field) => (given.has(field.name) ? !fits(given.get(field.name), field.pattern) : field.required))
    .map((field) => ({ field: field.name, says: field.must }));
  const known = fields.map((field) => field.name);
  const unknown = [...given.keys()]
    .filter((field) => !known.includes(field))
    .map((field) => ({ field, says: `is no field of an account of ${name}: ${mendOf(field, known)}` }));
  return [...wrong, ...unknown];
}

/** What is no text is a mistake of the key's own schema, and said there. */
function fits(value: unknown, pattern: RegExp): boolean {
  return typeof value !== "string" || pattern.test(value);
}

function mendOf(field: string, known: string[]): string {
  if (known.length === 0) return "leave it out";
  const alike = nearest(field, known);
  return alike === undefined ? `the fields are ${known.join(", ")}` : `write ${alike}, or leave it out`;
}
