import type { Instant } from "#campaign/campaign.ts";
import type { ObservedFile } from "#campaign/history/observation.ts";
import type { FilePace } from "#service/api-history.ts";

const windowMilliseconds = 10 * 60_000;
const leastMilliseconds = 60_000;

type Sample = { at: Instant; read: number };

/** How fast the files of one campaign are being read, over the last ten minutes. */
export class FileSpeeds {
  #samples: ReadonlyMap<string, readonly Sample[]> = new Map();
  #files: readonly ObservedFile[] = [];

  saw(at: Instant, files: readonly ObservedFile[]): void {
    this.#files = files.filter(({ kind, read }) => kind === "processing" && read !== undefined);
    this.#samples = new Map(this.#files.map(({ id, read = 0 }) => [id, added(this.#samples.get(id) ?? [], { at, read })]));
  }

  /** Files whose reading was watched for a minute and moved. */
  now(): FilePace[] {
    return this.#files.flatMap(({ id, total }) => {
      const samples = this.#samples.get(id) ?? [];
      const [first] = samples;
      const last = samples.at(-1);
      if (first === undefined || last === undefined || last.at - first.at < leastMilliseconds || last.read <= first.read) return [];
      const perMinute = ((last.read - first.read) * 60_000) / (last.at - first.at);
      return [{ file: id, perMinute, minutesLeft: total === undefined ? undefined : Math.max(0, total - last.read) / perMinute }];
    });
  }
}

function added(samples: readonly Sample[], next: Sample): readonly Sample[] {
  const last = samples.at(-1);
  if (last !== undefined && next.read < last.read) return [next];
  return [...samples.filter(({ at }) => next.at - at <= windowMilliseconds), next];
}
