import { expect, test } from "vitest";
import type { Notice } from "#campaign/notice.ts";
import { type NoticeContext, wordNotice } from "./notice-words.ts";

const told: [Notice, NoticeContext["rowsAre"], string][] = [
  [{ kind: "rows_not_listed", listed: 3, total: 4 }, "contacts", "Acme says 4 contacts and lists 3."],
  [{ kind: "rows_not_listed", listed: 1, total: 150 }, "calls", "Acme says 150 calls and lists 1."],
  [{ kind: "rows_not_listed", listed: 0, total: 1 }, "calls", "Acme says 1 call and lists 0."],
  [
    { kind: "leads_disagree", completed: 80, pending: 40, total: 100 },
    "calls",
    "The counters disagree: 80 completed and 40 pending are more than 100 in all.",
  ],
  [{ kind: "sent_exceeds_loaded", sent: 1_600, loaded: 500 }, "calls", "The counters disagree: 1,600 first calls sent, 500 contacts loaded."],
];

test.each(told)("%j, where rows are %s", (notice, rowsAre, fact) => {
  expect(wordNotice(notice, { providerName: "Acme", rowsAre }).fact).toBe(fact);
});
