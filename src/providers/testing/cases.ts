import { existsSync, readdirSync, readFileSync } from "node:fs";
import { providers } from "../registry.ts";
import type { Provider } from "../provider.ts";
import type { ContractCase, SampleBody } from "./contract-case.ts";

const rooms = new URL("../", import.meta.url);

/** Folders that hold a platform, whether or not the registry knows it. */
export const platformFolders: readonly string[] = readdirSync(rooms, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/provider.ts`, rooms)))
  .map(({ name }) => name);

/** The files in a platform's `samples/`; none where there is no such folder. */
export function samplesOf(id: string): string[] {
  const folder = new URL(`${id}/samples/`, rooms);
  return existsSync(folder) ? readdirSync(folder) : [];
}

const modules = import.meta.glob<{ contractCase: ContractCase }>("../*/testing/contract-case.ts", { eager: true });

export type ProviderCase = { id: string; provider: Provider; contract: ContractCase };

/** Each provider of the registry with its case; one without a case has no place to hide. */
export const cases: readonly ProviderCase[] = [...providers].map(([id, provider]) => {
  const contract = modules[`../${id}/testing/contract-case.ts`]?.contractCase;
  if (contract === undefined) throw new Error(`providers/${id}/testing/contract-case.ts is missing: see docs/adding-a-provider.md`);
  return { id, provider, contract };
});

/** The JSON of a body, read anew each time. */
export function bodyOf(id: string, body: SampleBody["body"]): unknown {
  if ("documented" in body) return structuredClone(body.documented);
  return JSON.parse(readFileSync(new URL(`${id}/samples/${body.sample}`, rooms), "utf8"));
}
