import type { Fact } from "#campaign/fact.ts";
import { internationalNumber } from "./international-number.ts";
import { callingHoursOf, callingHoursText } from "./schedule.ts";
import type { WireCampaign } from "./wire.ts";

type Place = Fact["place"];

function text(label: string, value: string | null | undefined, source: string, place: Place = "configuration"): Fact[] {
  return value?.trim() ? [{ label, place, source, value: { kind: "text", text: value } }] : [];
}

function list(label: string, names: string[] | null | undefined, source: string): Fact[] {
  const items = names?.filter((name) => name.trim()) ?? [];
  return items.length > 0 ? [{ label, place: "configuration", source, value: { kind: "list", items } }] : [];
}

function yesNo(label: string, yes: boolean | null | undefined, source: string): Fact[] {
  return yes === null || yes === undefined ? [] : [{ label, place: "configuration", source, value: { kind: "yes_no", yes } }];
}

function seconds(label: string, value: number | null | undefined, source: string): Fact[] {
  if (value === null || value === undefined) return [];
  return [{ label, place: "configuration", source, value: { kind: "duration", seconds: value } }];
}

function phone(label: string, number: string | null | undefined, source: string): Fact[] {
  if (!number?.trim()) return [];
  return [{ label, place: "summary", source, value: { kind: "phone", numbers: [internationalNumber(number.trim())] } }];
}

/** What Kore.ai says of a campaign that no rule hangs on, in the order it is shown. */
export function factsOf(wire: WireCampaign): Fact[] {
  const { dialingStrategy: strategy, schedule } = wire;
  const hours = strategy?.callingHours;
  return [
    ...text("Dialling mode", wire.dialingMode, "dialingMode", "summary"),
    ...phone("From number", strategy?.callerId?.phoneNumber, "dialingStrategy.callerId.phoneNumber"),
    ...(callingHoursOf(hours).reported ? [] : text("Calling hours, as they came", callingHoursText(hours), "dialingStrategy.callingHours")),
    ...text("Priority (1 to 5, higher first)", wire.priority, "priority"),
    ...text("Dialling order", strategy?.dialingOrder, "dialingStrategy.dialingOrder"),
    ...seconds("Longest ring", strategy?.maxRingTime, "dialingStrategy.maxRingTime"),
    ...list("Contact lists", wire.contactLists, "contactLists"),
    ...list("Do-not-call lists", wire.dncLists, "dncLists.name"),
    ...text("Flow", wire.experienceFlow, "experienceFlow"),
    ...text("Format", wire.format, "format"),
    ...yesNo("Scheduled", schedule?.isSchedulingEnabled, "schedule.isSchedulingEnabled"),
    ...yesNo("Recurring", schedule?.isRecurrenceEnabled, "schedule.isRecurrenceEnabled"),
  ];
}
