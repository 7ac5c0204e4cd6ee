import { memo, type ReactNode } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import type { Settings } from "../../client/use-settings.ts";
import { FactValue } from "../../ui/fact-value.tsx";
import { wordMoment } from "../../ui/fact-words.ts";
import { formatCalendarDate, formatCount } from "../../ui/format.ts";
import { formatWeek } from "../../ui/format-week.ts";
import { Icon } from "../../ui/icon.tsx";
import { wordNotReported } from "../../ui/not-reported-words.ts";
import { readableWord } from "../../ui/readable-word.ts";
import { Unbroken } from "../../ui/unbroken.tsx";
import { missingFacts } from "./missing-facts.ts";

type ShownFact = { label: string; value: ReactNode; beside?: ReactNode };
type FactsProps = Pick<CampaignAnswer, "connection" | "hours"> & { campaign: Settings; now: Instant; zone: string };

/** Who calls, what kind of campaign, when, on which platform: what is reported, then what is not, in one line. */
export const Facts = memo(function Facts({ campaign, connection, hours, now, zone }: FactsProps) {
  const missing = wordNotReported(missingFacts({ campaign, hours }), connection.provider.name);
  return (
    <>
      <dl className="flex flex-wrap gap-x-8 gap-y-3 @max-phone:grid @max-phone:grid-cols-2 @max-phone:gap-x-4">
        {factsOf({ campaign, connection, hours, now, zone }).map(({ label, value, beside }) => (
          <div key={label} className="min-w-0">
            <dt className="text-note text-ink-3">{label}</dt>
            <dd className="mt-0.5 max-w-60 [overflow-wrap:anywhere]">
              {value} {beside !== undefined && <span className="block text-note text-ink-3">{beside}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {missing !== undefined && <p className="mt-2.5 text-note text-ink-3">{missing}</p>}
    </>
  );
});

function factsOf({ campaign, connection, hours, now, zone }: FactsProps): ShownFact[] {
  return [
    ...agentOf(campaign.agent),
    ...plainFacts({ campaign, hours, now, zone }),
    ...campaign.facts
      .filter(({ place }) => place === "summary")
      .map(({ label, value }) => ({ label, value: <FactValue value={value} now={now} zone={zone} /> })),
    { label: "Provider", value: <ProviderName connection={connection} />, beside: connection.label },
  ];
}

/** How a campaign is set up: no names of people, no numbers, no links. */
export function plainFacts({ campaign, hours, now, zone }: Omit<FactsProps, "connection">): ShownFact[] {
  const { maxConcurrentCalls, scheduledAt, startDate, endDate } = campaign;
  const scheduled = scheduledAt.reported ? scheduledAt.value : null;
  return [
    ...(campaign.type.reported ? [{ label: "Type", value: readableWord(campaign.type.value) }] : []),
    ...(hours.reported
      ? [
          {
            label: "Schedule",
            value: <Unbroken text={formatWeek(hours.value.week)} />,
            beside: `${hours.value.timeZone}${hours.source === "operator" ? ", stated by your operator" : ""}`,
          },
        ]
      : []),
    ...(startDate.reported
      ? [
          {
            label: "Start date",
            value: formatCalendarDate(startDate.value),
            ...(endDate.reported && { beside: endDate.value === null ? "no end date" : `until ${formatCalendarDate(endDate.value)}` }),
          },
        ]
      : []),
    ...(scheduled === null ? [] : [{ label: "Scheduled start", value: wordMoment(scheduled, now, zone) }]),
    ...(maxConcurrentCalls.reported ? [{ label: "Calls", value: `${formatCount(maxConcurrentCalls.value)} at a time` }] : []),
  ];
}

/** By its label, else its name, else its id. */
function agentOf(agent: CampaignAnswer["campaign"]["agent"]): ShownFact[] {
  if (!agent.reported) return [];
  const { label, name, id } = agent.value;
  const known = [label, name, id].flatMap((fact) => (fact.reported && fact.value !== "" ? [fact.value] : []));
  const [first] = known;
  if (first === undefined) return [];
  const beside = label.reported && name.reported && name.value !== first ? name.value : undefined;
  return [{ label: "Agent", value: first, ...(beside !== undefined && { beside }) }];
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
