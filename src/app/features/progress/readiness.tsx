import type { CampaignAnswer } from "#service/api.ts";
import { formatWeek } from "../../ui/format-week.ts";
import { Icon } from "../../ui/icon.tsx";

/** What an empty campaign has and what it still lacks. What the platform does not report is not said to be lacking. */
export function Readiness({ answer: { campaign, hours } }: { answer: CampaignAnswer }) {
  const agent = campaign.agent.reported ? campaign.agent.value : undefined;
  const agentName = agent && [agent.label, agent.name, agent.id].find((fact) => fact.reported);
  const week = hours.reported && hours.value.week.length > 0 ? `${formatWeek(hours.value.week)} ${hours.value.timeZone}` : undefined;
  const items = [
    ...(agent === undefined ? [] : [{ label: "Agent", value: agentName?.reported === true ? agentName.value : undefined }]),
    ...(hours.reported ? [{ label: "Calling hours", value: week }] : []),
    { label: "Contacts", value: undefined },
  ];
  return (
    <ul className="mt-4 max-w-2xl">
      {items.map(({ label, value }) => (
        <li key={label} className="grid min-h-[30px] grid-cols-[24px_130px_1fr] items-center border-t border-line py-1 max-phone:grid-cols-[24px_110px_1fr]">
          <Icon name={value === undefined ? "draft" : "check"} className={value === undefined ? "text-ink-3" : "text-ok"} />
          <span className="text-ink-2">{label}</span>
          <span className={`[overflow-wrap:anywhere] ${value === undefined ? "text-ink-3" : ""}`}>{value ?? "none"}</span>
        </li>
      ))}
    </ul>
  );
}
