import { Fragment, type ReactNode } from "react";
import type { Cooldowns, DoNotCall } from "#campaign/campaign.ts";
import type { Outcome } from "#campaign/outcome.ts";
import type { Reported } from "#campaign/reported.ts";
import { Mark, type MarkName, markLabel } from "../../ui/mark.tsx";
import { listed, wordDoNotCall, wordRest } from "./rule-words.ts";

/** What a block says first. */
export function Big({ children }: { children: ReactNode }) {
  return <p className="font-medium text-ink">{children}</p>;
}

/** How long a number rests, by how its last call ended. */
export function Rests({ cooldowns }: { cooldowns: Cooldowns }) {
  const rests: { mark: MarkName; label: string; hours: Reported<number> }[] = [
    { mark: "completed", label: markLabel("completed"), hours: cooldowns.successHours },
    { mark: "voicemail", label: markLabel("voicemail"), hours: cooldowns.voicemailHours },
    { mark: "no_answer", label: markLabel("no_answer"), hours: cooldowns.noAnswerHours },
    { mark: "busy", label: markLabel("busy"), hours: cooldowns.busyHours },
    { mark: "failed", label: markLabel("failed"), hours: cooldowns.failedHours },
  ];
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

/** Whether a list is kept to, and what adds numbers to it. */
export function DoNotCallRules({ rules }: { rules: DoNotCall }) {
  const headline = wordDoNotCall(rules);
  const { autoAddEnabled, autoAddOutcomes, autoAddErrors } = rules;
  const outcomes = autoAddOutcomes.reported ? autoAddOutcomes.value : [];
  const errors = autoAddErrors.reported ? autoAddErrors.value : [];
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
