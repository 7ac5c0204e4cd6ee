import { type CSSProperties, memo, type ReactNode } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import type { Settings } from "../../client/use-settings.ts";
import { formatCalendarDate } from "../../ui/format.ts";
import { wordNotReported } from "../../ui/not-reported-words.ts";
import { Section } from "../../ui/section.tsx";
import { CallingWeek } from "./calling-week.tsx";
import { MoreFacts } from "./more-facts.tsx";
import { type BlockName, hasDoNotCall, missingRules, reportedBlocks } from "./reported-blocks.ts";
import { contradictions, wordFirstCall, wordRetries } from "./rule-words.ts";
import { Big, DoNotCallRules, Rests } from "./rules.tsx";

type PanelProps = Rules & Pick<CampaignAnswer, "connection"> & { now: Instant; zone: string };
type Rules = Pick<CampaignAnswer, "hours"> & { campaign: Settings };

/** How much room a block takes beside the others. */
const widths: Record<BlockName, string> = { week: "1.25fr", retries: "0.8fr", rests: "0.8fr", do_not_call: "1.2fr" };

/** When and how often the campaign calls, in words; rules that cancel each other are said. Nothing where nothing is reported. */
export const ConfigurationPanel = memo(function ConfigurationPanel({ campaign, hours, connection, now, zone }: PanelProps) {
  const provider = connection.provider.name;
  const rules = { campaign, hours };
  const reported = reportedBlocks(rules);
  const facts = campaign.facts.filter(({ place }) => place === "configuration");
  if (reported.length + facts.length === 0) return null;
  // Without any rules, those that are missing are named with the panels that are, at the page's end.
  const missing = reported.length > 0 ? wordNotReported(missingRules(rules), provider) : undefined;
  return (
    <Section
      title="Configuration"
      id="configuration"
      className="on-surface rounded-3 px-6 pt-5 pb-6 text-ink-2 [&_h2]:text-ink @max-phone:-mx-(--gutter) @max-phone:rounded-none @max-phone:px-(--gutter)"
    >
      {reported.length > 0 && (
        <div style={columnsOf(reported)} className="grid grid-cols-(--columns) gap-x-10 gap-y-6 @max-desk:grid-cols-2 @max-phone:grid-cols-1">
          {reported.map((name) => (
            <RuleBlock key={name} name={name} rules={rules} now={now} />
          ))}
        </div>
      )}
      {facts.length > 0 && <MoreFacts facts={facts} providerName={provider} now={now} zone={zone} apart={reported.length > 0} />}
      {missing !== undefined && <p className="mt-5 text-note text-ink-3">{missing}</p>}
    </Section>
  );
});

/** Few blocks keep to the left instead of being stretched. */
function columnsOf(reported: BlockName[]): CSSProperties & Record<"--columns", string> {
  const rest = reported.length < 3 ? " 1fr" : "";
  return { "--columns": reported.map((name) => widths[name]).join(" ") + rest };
}

function RuleBlock({ name, rules, now }: { name: BlockName; rules: Rules; now: Instant }) {
  const { campaign, hours } = rules;
  switch (name) {
    case "week":
      return (
        <Block title="Calling week">
          {hours.reported ? <CallingWeek hours={hours.value} statedByOperator={hours.source === "operator"} now={now} /> : <p>Hours not reported.</p>}
          {datesOf(campaign)}
        </Block>
      );
    case "retries": {
      const retries = wordRetries(campaign.retryRules);
      const firstCall = wordFirstCall(campaign.initialCallDelaySeconds);
      return (
        <Block title="Retries">
          {retries === undefined ? <p>Not reported.</p> : <Big>{retries}</Big>}
          {firstCall !== undefined && <p className="mt-1">{firstCall}</p>}
          {!hasDoNotCall(campaign.doNotCall) && <Conflicts rules={campaign} />}
        </Block>
      );
    }
    case "rests":
      return (
        <Block title="Cool-down after">
          <Rests cooldowns={campaign.cooldowns} />
        </Block>
      );
    case "do_not_call":
      return (
        <Block title="Do not call">
          <DoNotCallRules rules={campaign.doNotCall} />
          <Conflicts rules={campaign} />
        </Block>
      );
  }
}

function Conflicts({ rules }: { rules: Settings }) {
  return contradictions(rules).map((line) => (
    <p key={line} className="mt-1.5 text-ink-3">
      {line}
    </p>
  ));
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0 [overflow-wrap:anywhere]">
      <h3 className="mb-1.5 text-ink-3">{title}</h3>
      {children}
    </div>
  );
}

/** Nothing where neither day is reported. */
function datesOf({ startDate, endDate }: Settings): ReactNode {
  if (!startDate.reported && !endDate.reported) return null;
  const start = startDate.reported ? `From ${formatCalendarDate(startDate.value)}` : "First day not reported";
  const end = !endDate.reported ? "; an end date is not reported" : endDate.value === null ? ", without an end date" : ` until ${formatCalendarDate(endDate.value)}`;
  return <p className="mt-1">{`${start}${end}.`}</p>;
}
