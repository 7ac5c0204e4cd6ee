import { expect, test } from "vitest";
import type { Status } from "../status.ts";
import type { CampaignEvent } from "./event.ts";
import { heldIn } from "./held.ts";

const status = (kind: Status["kind"]): Status => ({ kind, word: kind });
const change = (from: Status["kind"], to: Status["kind"], at: number): CampaignEvent => ({ kind: "status_changed", from: status(from), to: status(to), at, after: at - 1 });

test("a campaign is held from the read before it was seen held until it was seen active, or now", () => {
  const events = [change("active", "paused", 50), change("inactive", "active", 30), change("paused", "inactive", 20), change("active", "paused", 10)];
  expect(heldIn(events, 60)).toEqual([{ start: 9, end: 30 }, { start: 49, end: 60 }]);
  expect(heldIn([{ kind: "schedule_changed", at: 5, after: 4 }], 60)).toEqual([]);
});
