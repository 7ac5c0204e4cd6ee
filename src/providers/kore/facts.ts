import type { Fact } from "#campaign/fact.ts";
import { durationFact, listFact, phoneFact, textFact, yesNoFact } from "../fact-of.ts";
import { internationalNumber } from "./international-number.ts";
import { callingHoursOf, callingHoursText } from "./schedule.ts";
import type { WireCampaign } from "./wire.ts";

/** What Kore.ai says of a campaign that no rule hangs on, in the order it is shown. */
export function factsOf(wire: WireCampaign): Fact[] {
  const { dialingStrategy: strategy, schedule } = wire;
  const hours = strategy?.callingHours;
  const unread = callingHoursOf(hours).reported ? undefined : callingHoursText(hours);
  const callerId = internationalNumber(strategy?.callerId?.phoneNumber?.trim() ?? "");
  return [
    ...textFact({ label: "Dialling mode", source: "dialingMode", place: "summary" }, wire.dialingMode),
    ...phoneFact({ label: "From number", source: "dialingStrategy.callerId.phoneNumber" }, [callerId]),
    ...textFact({ label: "Calling hours, as they came", source: "dialingStrategy.callingHours" }, unread),
    ...textFact({ label: "Priority (1 to 5, higher first)", source: "priority" }, wire.priority),
    ...textFact({ label: "Dialling order", source: "dialingStrategy.dialingOrder" }, strategy?.dialingOrder),
    ...durationFact({ label: "Longest ring", source: "dialingStrategy.maxRingTime" }, strategy?.maxRingTime),
    ...listFact({ label: "Contact lists", source: "contactLists" }, wire.contactLists),
    ...listFact({ label: "Do-not-call lists", source: "dncLists.name" }, wire.dncLists),
    ...textFact({ label: "Flow", source: "experienceFlow" }, wire.experienceFlow),
    ...textFact({ label: "Format", source: "format" }, wire.format),
    ...yesNoFact({ label: "Scheduled", source: "schedule.isSchedulingEnabled" }, schedule?.isSchedulingEnabled),
    ...yesNoFact({ label: "Recurring", source: "schedule.isRecurrenceEnabled" }, schedule?.isRecurrenceEnabled),
  ];
}
