import { expect, test } from "vitest";
import { notReported, reported } from "#campaign/reported.ts";
import { missingFacts } from "./missing-facts.ts";

const agent = { id: reported("agt_1", "agent_id"), name: notReported, label: notReported };

test("what is not reported is named, in the order it would stand in", () => {
  const campaign = { agent: notReported, type: notReported, startDate: notReported };
  expect(missingFacts({ campaign, hours: notReported })).toEqual(["agent", "type", "calling hours", "start date"]);
  expect(missingFacts({ campaign: { ...campaign, agent: reported(agent, "agent") }, hours: notReported })).not.toContain("agent");
  const nameless = { ...agent, id: reported("", "agent_id") };
  expect(missingFacts({ campaign: { ...campaign, agent: reported(nameless, "agent") }, hours: notReported })).toContain("agent");
});
