import type { SimulatedCampaign } from "../simulation.ts";
import type { WireCampaign } from "./wire.ts";

const days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** `HH:MM` on a 12-hour clock: "9:00 AM". */
function twelveHour(wallTime: string): string {
  const hour = Number(wallTime.slice(0, 2));
  return `${hour % 12 || 12}${wallTime.slice(2)} ${hour % 24 < 12 ? "AM" : "PM"}`;
}

function callingHours(campaign: SimulatedCampaign) {
  const windows = campaign.days.flatMap((weekday) =>
    campaign.ranges.map(({ start, end }) => ({ start: twelveHour(start), end: twelveHour(end), day: days[weekday - 1] })),
  );
  return { frequency: "WEEKLY", timezone: campaign.timeZone, days: windows };
}

/** A campaign's own fields, as get-campaign and the list answer them. */
export function campaignFields(campaign: SimulatedCampaign): Omit<WireCampaign, "dncLists"> & { dncLists: { id: string; name: string } } {
  return {
    _id: campaign.id,
    name: campaign.name,
    status: campaign.status,
    description: campaign.description,
    dncLists: { id: "cl-do-not-call", name: "Do not call" },
    priority: campaign.status === "Active" ? "5" : "3",
    dialingMode: "Agentless",
    dialingStrategy: {
      callerId: { phoneNumber: "+12025550142" },
      callingHours: callingHours(campaign),
      dialingOrder: "FIFO",
      maxAttemptsPerRecord: campaign.maxRetries + 1,
      defaultRetryPeriod: campaign.cooldownHours * 60,
      maxRingTime: 30,
    },
    experienceFlow: campaign.agent.id,
    schedule: { isSchedulingEnabled: campaign.status === "Scheduled", isRecurrenceEnabled: false },
    contactLists: campaign.contactFiles.map(({ name }) => name),
    createdAt: new Date(campaign.createdAt).toISOString(),
    updatedAt: new Date(campaign.updatedAt).toISOString(),
  };
}
