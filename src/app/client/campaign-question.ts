import type { CampaignAnswer } from "#service/api.ts";
import { isCampaign } from "./answers.ts";
import type { Answer, Api } from "./api.ts";
import { ApiError } from "./api-error.ts";
import { campaignPath } from "./paths.ts";
import type { Readings } from "./readings.ts";
import { readingKey } from "./readings.ts";
import type { ServiceClock } from "./service-clock.ts";

export type CampaignQuestion = {
  /** Asks for one campaign and keeps its reading. Throws `ApiError`. */
  ask(connection: string, id: string, signal: AbortSignal): Promise<Answer<CampaignAnswer>>;
  /** Has the next question read the platform again before its interval is over. */
  wantFresh(connection: string, id: string): void;
};

export function createCampaignQuestion(api: Api, clock: ServiceClock, readings: Readings): CampaignQuestion {
  const wanted = new Set<string>();
  return {
    wantFresh(connection, id) {
      wanted.add(readingKey(connection, id));
    },
    async ask(connection, id, signal) {
      const key = readingKey(connection, id);
      const refresh = wanted.delete(key);
      readings.asked(key);
      try {
        const answer = await api.ask(campaignPath(connection, id), isCampaign, { signal, refresh });
        const { upstream } = answer.data;
        readings.answered(key, answer.headers, upstream.state === "failing" ? upstream.problem.code : undefined, clock.now());
        return answer;
      } catch (error) {
        if (error instanceof ApiError) readings.failed(key, error, clock.now());
        else readings.dropped(key);
        throw error;
      }
    },
  };
}
