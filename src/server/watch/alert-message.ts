import type { Alert } from "#campaign/alerts.ts";
import type { CampaignKey } from "../store/observations.ts";

type About = CampaignKey & { name: string; link: string | undefined };

/** What a webhook is sent of an alert, as JSON. `text` alone is a whole sentence, which chat services show as it is. */
export function alertMessage(alert: Alert, { connection, campaign, name, link }: About, now: number): string {
  const { quiet: _, since, ...data } = alert;
  const sinceText = since === undefined ? undefined : new Date(since).toISOString();
  const text = `${name}: ${sentenceOf(alert)}${link === undefined ? "" : ` – ${link}`}`;
  return JSON.stringify({ type: `campaign.${alert.kind}`, timestamp: new Date(now).toISOString(), text, data: { connection, campaign, name, ...data, since: sinceText, link } });
}

function sentenceOf(alert: Alert): string {
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  switch (alert.kind) {
    case "stalled":
      return "nothing has moved since calls were last seen, though calling hours are open";
    case "failure_rate":
      return `failure rate jumped from ${percent(alert.from)} to ${percent(alert.to)} of the last ${alert.calls} calls`;
    case "file_failed":
      return "a contact file failed";
    case "file_stuck":
      return "a contact file is stuck: no record of it has been read for ten minutes";
    case "unreachable":
      return `the platform cannot be read (${alert.code.replaceAll("_", " ")})`;
    case "finished":
      return alert.cancelled ? "cancelled" : "finished";
  }
}
