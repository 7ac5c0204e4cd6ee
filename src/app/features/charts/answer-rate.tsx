import type { Instant } from "#campaign/campaign.ts";
import type { AnswerRate as Rate } from "#service/api.ts";
import { Source } from "../../ui/source.tsx";
import { cityOf, shownZone } from "../../ui/zone.ts";
import { AnswerRateMap } from "./answer-rate-map.tsx";
import { withheldWords } from "./answer-rate-words.ts";
import { Block } from "./block.tsx";

type AnswerRateProps = {
  rate: Rate;
  provider: string;
  zone: string;
  now: Instant;
  slot: string | undefined;
  onPick: (slot: string | undefined) => void;
  className: string;
};

/** The heat map, or the reason why there is none. */
export function AnswerRate({ rate, provider, className, zone: campaignZone, ...map }: AnswerRateProps) {
  const zone = shownZone("campaign", campaignZone);
  if (rate.kind === "withheld") {
    return (
      <Block title="Answer rate" className={className}>
        <p className="max-w-prose text-ink-2">{withheldWords(rate, provider)}</p>
      </Block>
    );
  }
  const source = "completed ÷ finished calls of contacts with one attempt, by creation time";
  return (
    <Block
      title="Answer rate"
      note={
        <>
          <Source text={source}>completed share of first attempts, %</Source>, {cityOf(zone)} time
        </>
      }
      className={className}
    >
      <AnswerRateMap cells={rate.cells} zone={zone} {...map} />
    </Block>
  );
}
