import type { Instant } from "#campaign/campaign.ts";
import type { Fact } from "#campaign/fact.ts";
import { FactValue } from "../../ui/fact-value.tsx";

type MoreFactsProps = {
  facts: Fact[];
  providerName: string;
  now: Instant;
  zone: string;
  /** Other blocks stand above. */
  apart: boolean;
};

/** What the platform says of the campaign beyond what every campaign has. */
export function MoreFacts({ facts, providerName, now, zone, apart }: MoreFactsProps) {
  return (
    <div className={apart ? "mt-6 border-t border-line pt-5" : ""}>
      {apart && <h3 className="mb-2.5 text-ink-3">More from {providerName}</h3>}
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(15rem,1fr))] gap-x-10 gap-y-3 @max-phone:grid-cols-2 @max-phone:gap-x-4">
        {facts.map(({ label, source, value }) => (
          <div key={`${label} ${source}`} className="min-w-0 [overflow-wrap:anywhere]">
            <dt className="text-note text-ink-3">{label}</dt>
            <dd title={`Source: ${source}`} className="mt-0.5 text-ink">
              <FactValue value={value} now={now} zone={zone} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
