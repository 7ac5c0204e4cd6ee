import { outcomes } from "#campaign/outcome.ts";
import type { Charts } from "#service/api.ts";
import { at } from "../columns/at.ts";
import { nobody, retriesUsed } from "./contacts.ts";
import type { CallTable } from "./table.ts";

/** Up to here empty lines are given; a number dialled 5,000 times must not make 5,000 of them. */
const longestRun = 100;

/** Contacts by retries used, and how many of them ended completed. */
export function retriesOf({ columns, contacts }: CallTable): Charts["retries"] {
  const lines = new Map<number, Charts["retries"][number]>();
  const line = (retries: number) => {
    let known = lines.get(retries);
    if (!known) lines.set(retries, (known = { retries, contacts: 0, completed: 0 }));
    return known;
  };
  const completed = outcomes.indexOf("completed");
  for (let contact = 0; contact < contacts.last.length; contact++) {
    const last = at(contacts.last, contact);
    if (last === nobody) continue;
    const used = line(retriesUsed(at(contacts.attempts, contact)));
    used.contacts++;
    if (at(columns.outcome, last) === completed) used.completed++;
  }
  let most = 0;
  for (const retries of lines.keys()) most = Math.max(most, retries);
  for (let retries = 0; retries < Math.min(most, longestRun); retries++) line(retries);
  return [...lines.values()].sort((a, b) => a.retries - b.retries);
}
