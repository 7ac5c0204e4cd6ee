import type { z } from "zod";
import { nearest } from "./nearest.ts";

/** What the configuration must know of a platform: a provider is one. */
export type ConfigurablePlatform = {
  id: string;
  name: string;
  /** `undefined`: every account has an address of its own. */
  defaultBaseUrl: string | undefined;
  account: readonly { name: string; must: string; pattern: RegExp; required: boolean }[];
};

type Connection = { provider: string; baseUrl?: string | undefined; account: Readonly<Record<string, string>> };

/**
 * What depends on the platform of a connection: the fields of its account, and whether its
 * address can be left out. Messages are the rest of a sentence that begins with the key.
 */
export function checkPlatformKeys(platforms: readonly ConfigurablePlatform[]) {
  return ({ provider, baseUrl, account }: Connection, context: z.RefinementCtx): void => {
    const platform = platforms.find(({ id }) => id === provider);
    if (platform === undefined) return;
    const say = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
    if (baseUrl === undefined && platform.defaultBaseUrl === undefined) {
      say(["baseUrl"], `must be the address of this account: every account of ${platform.name} has its own`);
    }
    for (const mistake of accountMistakes(platform, account)) say(["account", mistake.field], mistake.says);
  };
}

/** What is wrong with an account's fields; `says` is the rest of a sentence that begins with the field. */
export function accountMistakes({ name, account: fields }: ConfigurablePlatform, account: Readonly<Record<string, string>>) {
  const given = new Map(Object.entries(account));
  const wrong = fields
    .filter((field) => (given.has(field.name) ? !field.pattern.test(given.get(field.name) ?? "") : field.required))
    .map((field) => ({ field: field.name, says: field.must }));
  const known = fields.map((field) => field.name);
  const unknown = [...given.keys()]
    .filter((field) => !known.includes(field))
    .map((field) => ({ field, says: `is no field of an account of ${name}: ${mendOf(field, known)}` }));
  return [...wrong, ...unknown];
}

function mendOf(field: string, known: string[]): string {
  if (known.length === 0) return "leave it out";
  const alike = nearest(field, known);
  return alike === undefined ? `the fields are ${known.join(", ")}` : `write ${alike}, or leave it out`;
}
