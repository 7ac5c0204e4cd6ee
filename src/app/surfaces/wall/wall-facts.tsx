import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import type { Settings } from "../../client/use-settings.ts";
import { plainFacts } from "../../features/header/facts.tsx";
import { wordFact } from "../../ui/fact-words.ts";

type WallFactsProps = { settings: Settings; hours: CampaignAnswer["hours"]; now: Instant; zone: string };

const most = 8;
const longest = 48;

/** How the campaign is set up, where there are no calls to draw. */
export function WallFacts({ settings, hours, now, zone }: WallFactsProps) {
  const plain = plainFacts({ campaign: settings, hours, now, zone });
  const own = ownFacts(settings, now, zone);
  return (
    <dl className="flex min-h-0 min-w-0 flex-1 flex-wrap content-start gap-x-24 gap-y-8 overflow-hidden">
      {[...plain, ...own].slice(0, most).map(({ label, value, beside }) => (
        <div key={label} className="min-w-0">
          <dt className="text-wall-note text-ink-2">{label}</dt>
          <dd className="text-wall-main font-strong [overflow-wrap:anywhere]">{value}</dd>
          {beside !== undefined && <dd className="text-wall-note text-ink-3">{beside}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** What only this platform says: short, and nothing that is or may be a number to call. */
export function ownFacts({ facts }: Pick<Settings, "facts">, now: Instant, zone: string): { label: string; value: string; beside?: undefined }[] {
  return facts.flatMap(({ label, value }) => {
    if (value.kind === "phone") return [];
    const text = wordFact(value, { now, zone, phone: () => "" }).join(", ");
    const mayBeNumber = value.kind !== "instant" && (text.match(/\d/g)?.length ?? 0) >= 7;
    return text === "" || text.length > longest || mayBeNumber ? [] : [{ label, value: text }];
  });
}
