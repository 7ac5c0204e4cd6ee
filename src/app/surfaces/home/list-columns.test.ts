import { expect, test } from "vitest";
import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import { notReported, reported } from "#campaign/reported.ts";
import { listColumns } from "./list-columns.ts";

const bare: CampaignSummary = {
  id: "1",
  name: "Winter",
  status: { kind: "active", word: "active" },
  type: notReported,
  agentLabel: notReported,
  totalCalls: notReported,
  completedCalls: notReported,
  contacts: notReported,
  firstCallsSent: notReported,
};

test("a column stands as soon as one campaign has something for it", () => {
  const titles = (campaigns: CampaignSummary[]) => listColumns(campaigns).counts.map(({ title }) => title);
  expect(listColumns([bare])).toEqual({ agent: false, counts: [] });
  expect(listColumns([bare, { ...bare, agentLabel: reported("Ada", "agent") }]).agent).toBe(true);
  expect(titles([bare, { ...bare, contacts: reported(0, "total") }, { ...bare, firstCallsSent: reported(3, "sent") }])).toEqual(["Contacts", "First calls sent"]);
  expect(titles([{ ...bare, totalCalls: reported(9, "stats"), completedCalls: reported(3, "stats") }])).toEqual(["Calls", "Completed"]);
});
