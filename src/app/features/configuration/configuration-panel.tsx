import { Fragment, type ReactNode } from "react";
import type { Cooldowns, DoNotCall, Instant } from "#campaign/campaign.ts";
import type { Outcome } from "#campaign/outcome.ts";
import type { Reported } from "#campaign/reported.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { formatCalendarDate } from "../../ui/format.ts";
import { Mark, type MarkName, markLabel } from "../../ui/mark.tsx";
import { Section } from "../../ui/section.tsx";
import { CallingWeek } from "./calling-week.tsx";
import { contradictions, listed, wordDoNotCall, wordFirstCall, wordRest, wordRetries } from "./rule-words.ts";

/** When and how often the campaign calls, in words; rules that cancel each other are said. */
export function ConfigurationPanel({ answer, now }: { answer: CampaignAnswer; now: Instant }) {
  const { campaign, hours, connection } = answer;
  const providerName = connection.provider.name;
  const missing = <p>Not reported by {providerName}</p>;
  const retries = wordRetries(campaign.retryRules);
  const firstCall = wordFirstCall(campaign.initialCallDelaySeconds);
  const conflicts = contradictions(campaign);
  return (
    <Section
      title="Configuration"
      id="configuration"
      className="on-surface rounded-3 px-6 pt-5 pb-6 text-ink-2 [&_h2]:text-ink @max-phone:-mx-(--gutter) @max-phone:rounded-none @max-phone:px-(--gutter)"
    >
      <div className="grid grid-cols-[1.25fr_0.8fr_0.8fr_1.2fr] gap-x-10 gap-y-6 @max-desk:grid-cols-2 @max-phone:grid-cols-1">
        <Block title="Calling week">
          {hours.reported ? (
            <CallingWeek hours={hours.value} statedByOperator={hours.source === "operator"} now={now} />
          ) : (
            missing
          )}
          <p className="mt-1">{datesOf(answer)}</p>
        </Block>
        <Block title="Retries">
          {retries === undefined ? missing : <Big>{retries}</Big>}
          <p className="mt-1">Completed calls are not retried.</p>
          {firstCall !== undefined && <p className="mt-1">{firstCall}</p>}
        </Block>
        <Block title="Cool-down after">
          <Rests cooldowns={campaign.cooldowns} providerName={providerName} />
        </Block>
        <Block title="Do not call">
          <DoNotCallRules rules={campaign.doNotCall} providerName={providerName} />
          {conflicts.map((line) => (
            <p key={line} className="mt-1.5 text-ink-3">
              {line}
            </p>
          ))}
        </Block>
      </div>
    </Section>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0 [overflow-wrap:anywhere]">
      <h3 className="mb-1.5 text-ink-3">{title}</h3>
      {children}
    </div>
  );
}

function Big({ children }: { children: ReactNode }) {
  return <p className="font-medium text-ink">{children}</p>;
}

function datesOf({ campaign: { startDate, endDate }, connection }: CampaignAnswer): string {
  const start = startDate.reported ? `From ${formatCalendarDate(startDate.value)}` : "First day not reported";
  if (!endDate.reported) return `${start}; an end date is not reported by ${connection.provider.name}.`;
  return endDate.value === null ? `${start}, without an end date.` : `${start} until ${formatCalendarDate(endDate.value)}.`;
}

function Rests({ cooldowns, providerName }: { cooldowns: Cooldowns; providerName: string }) {
  const rests: { mark: MarkName; label: string; hours: Reported<number> }[] = [
    { mark: "completed", label: "Success", hours: cooldowns.successHours },
    { mark: "voicemail", label: markLabel("voicemail"), hours: cooldowns.voicemailHours },
    { mark: "no_answer", label: markLabel("no_answer"), hours: cooldowns.noAnswerHours },
    { mark: "busy", label: markLabel("busy"), hours: cooldowns.busyHours },
    { mark: "failed", label: markLabel("failed"), hours: cooldowns.failedHours },
  ];
  if (!rests.some(({ hours }) => hours.reported)) return <p>Not reported by {providerName}</p>;
  const { postCompletionEnabled: rest, postCompletionHours: restHours } = cooldowns;
  return (
    <>
      <dl>
        {rests.map(({ mark, label, hours }) => (
          <div key={mark} className="flex justify-between gap-3">
            <dt className="flex items-center gap-[7px] text-ink">
              <Mark name={mark} size={12} />
              {label}
            </dt>
            <dd className="text-ink tabular-nums">{hours.reported ? wordRest(hours.value) : "–"}</dd>
          </div>
        ))}
      </dl>
      {rest.reported && (
        <p className="mt-1">
          Rest after completion {rest.value ? (restHours.reported ? wordRest(restHours.value) : "on") : "off"}.
        </p>
      )}
    </>
  );
}

function DoNotCallRules({ rules, providerName }: { rules: DoNotCall; providerName: string }) {
  const headline = wordDoNotCall(rules);
  const { autoAddEnabled, autoAddOutcomes, autoAddErrors } = rules;
  const outcomes = autoAddOutcomes.reported ? autoAddOutcomes.value : [];
  const errors = autoAddErrors.reported ? autoAddErrors.value : [];
  if (headline === undefined && !autoAddEnabled.reported) return <p>Not reported by {providerName}</p>;
  return (
    <>
      {headline !== undefined && <Big>{headline}</Big>}
      {autoAddEnabled.reported && !autoAddEnabled.value && <p className="mt-1">Numbers are not added by themselves.</p>}
      {autoAddEnabled.reported && autoAddEnabled.value && outcomes.length + errors.length > 0 && (
        <p className="mt-1">
          Adds a number
          {outcomes.length > 0 && (
            <>
              {" "}
              after <Outcomes outcomes={outcomes} />
            </>
          )}
          {errors.length > 0 && (
            <>
              {outcomes.length > 0 && ", and"} on the {errors.length === 1 ? "error" : "errors"}{" "}
              <span className="text-ink">{listed(errors)}</span>
            </>
          )}
          .
        </p>
      )}
    </>
  );
}

function Outcomes({ outcomes }: { outcomes: { outcome: Outcome; word: string }[] }) {
  return outcomes.map(({ outcome, word }, index) => (
    <Fragment key={word}>
      {index > 0 && (index === outcomes.length - 1 ? " or " : ", ")}
      <span className="whitespace-nowrap">
        <Mark name={outcome} size={12} className="mr-[3px] align-[-1px]" />
        {outcome === "unknown" ? word : markLabel(outcome).toLowerCase()}
      </span>
    </Fragment>
  ));
}
