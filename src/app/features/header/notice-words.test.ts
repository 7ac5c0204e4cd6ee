import { expect, test } from "vitest";
import type { Notice } from "#campaign/notice.ts";
import { wordNotice } from "./notice-words.ts";

const told: [Notice, number | undefined, string][] = [
  [{ kind: "rows_not_listed", listed: 3, total: 4 }, 4, "Acme says 4 contacts and lists 3."],
  [{ kind: "rows_not_listed", listed: 1, total: 150 }, 5_000, "Acme says 150 calls and lists 1."],
  [{ kind: "rows_not_listed", listed: 0, total: 1 }, undefined, "Acme says 1 call and lists 0."],
  [
    { kind: "leads_disagree", completed: 80, pending: 40, total: 100 },
    120,
    "The counters disagree: 80 completed and 40 pending are more than 100 in all.",
  ],
  [{ kind: "sent_exceeds_loaded", sent: 1_600, loaded: 500 }, 1_600, "The counters disagree: 1,600 first calls sent, 500 contacts loaded."],
];

test.each(told)("%j of %d contacts", (notice, contacts, fact) => {
  expect(wordNotice(notice, { providerName: "Acme", contacts }).fact).toBe(fact);
});
