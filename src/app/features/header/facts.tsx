import type { ReactNode } from "react";
import type { Reported } from "#campaign/reported.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { formatCalendarDate } from "../../ui/format.ts";
import { formatWeek } from "../../ui/format-week.ts";
import { Icon } from "../../ui/icon.tsx";
import { Unbroken } from "../../ui/unbroken.tsx";

type Fact = { label: string; value: ReactNode; beside?: ReactNode };

/** Who calls, what kind of campaign, when, on which platform. */
export function Facts({ answer }: { answer: CampaignAnswer }) {
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3 @max-phone:grid @max-phone:grid-cols-2 @max-phone:gap-x-4">
      {factsOf(answer).map(({ label, value, beside }) => (
        <div key={label} className="min-w-0">
          <dt className="text-note text-ink-3">{label}</dt>
          <dd className="mt-0.5 max-w-60 [overflow-wrap:anywhere]">
            {value} {beside !== undefined && <span className="block text-note text-ink-3">{beside}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf({ campaign, connection, hours }: CampaignAnswer): Fact[] {
  const missing = <span className="text-ink-3">Not reported by {connection.provider.name}</span>;
  const word = (fact: Reported<string>) => (fact.reported ? fact.value : missing);
  const agent = campaign.agent.reported ? campaign.agent.value : undefined;
  const label = agent?.label.reported ? agent.label.value : undefined;
  const name = agent?.name.reported ? agent.name.value : undefined;
  return [
    { label: "Agent", value: label ?? name ?? missing, ...(label !== undefined && name !== undefined && name !== label && { beside: name }) },
    { label: "Type", value: campaign.type.reported ? typeWord(campaign.type.value) : missing },
    {
      label: "Schedule",
      value: hours.reported ? <Unbroken text={formatWeek(hours.value.week)} /> : missing,
      ...(hours.reported && { beside: `${hours.value.timeZone}${hours.source === "operator" ? ", stated by your operator" : ""}` }),
    },
    {
      label: "Start date",
      value: campaign.startDate.reported ? formatCalendarDate(campaign.startDate.value) : word(campaign.startDate),
      ...(campaign.endDate.reported && {
        beside: campaign.endDate.value === null ? "no end date" : `until ${formatCalendarDate(campaign.endDate.value)}`,
      }),
    },
    { label: "Provider", value: <ProviderName connection={connection} />, beside: connection.label },
  ];
}

/** Sales, Follow up: the platform's word without its underscores. */
function typeWord(type: string): string {
  const words = type.replaceAll("_", " ");
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

function ProviderName({ connection }: { connection: CampaignAnswer["connection"] }) {
  const { consoleUrl, provider } = connection;
  if (consoleUrl === undefined || !/^https?:\/\//i.test(consoleUrl)) return provider.name;
  return (
    <a href={consoleUrl} target="_blank" rel="noreferrer" className="inline-flex items-center gap-1 underline decoration-control underline-offset-3">
      Open in {provider.name}
      <Icon name="open" size={12} />
    </a>
  );
}
