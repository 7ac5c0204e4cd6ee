import type { HistoryPort } from "#service/history-port.ts";
import type { Sighting } from "#service/sighting.ts";
import type { Configuration } from "../configuration/configuration.ts";
import { createHomes } from "../homes/homes.ts";
import { startWatch, type Told } from "./watch-port.ts";

export type History = HistoryPort & {
  /** Keeps what came of a reading, where this host is the connection's home. */
  sees(sighting: Sighting): void;
  /** Whether this host is the connection's home now. */
  isHome(connection: string): boolean;
  /** Somebody looks at the connection through this host. */
  viewed(connection: string): void;
  /**
   * `watch` is told, now and as homes come and go, whose campaigns are to be read though nobody looks; of
   * those of which all that are active are, also which were when they were last read: one that ended
   * while nobody watched is read once more, and its end seen.
   */
  begin(watch: (connections: readonly string[], formerly: Readonly<Record<string, readonly string[]>>) => void): void;
  close(): Promise<void>;
};

type Parts = Told & {
  /** A campaign that `watch` names is not there: told once. */
  missing(connection: string): void;
};

/** The history of this host's campaigns. Of hosts that share a database one keeps that of a connection, and all answer it. */
export function openHistory(configuration: Configuration, connections: readonly string[], { missing, ...told }: Parts): History {
  const isDemo = configuration.connections === undefined;
  const homes = createHomes(isDemo ? { kind: "file", file: ":memory:" } : configuration.database, connections);
  const thread = startWatch(configuration, told);
  const atHome = (): string[] => connections.filter((connection) => homes.isHome(connection));
  const known = new Set<string>();
  const tellMissing = ({ connection, campaign, seen }: Sighting): void => {
    const key = `${connection}/${campaign}`;
    const watched = configuration.watch[connection];
    if (known.has(key) || watched === "active" || watched?.includes(campaign) !== true) return;
    known.add(key);
    if (seen.kind === "unread" && seen.code === "not_found") missing(connection);
  };
  return {
    answer: (connection, campaign) => thread.answer(connection, campaign),
    sees: (sighting) => {
      if (!homes.isHome(sighting.connection)) return;
      tellMissing(sighting);
      thread.saw(sighting);
    },
    isHome: (connection) => homes.isHome(connection),
    viewed: (connection) => homes.viewed(connection),
    begin(watch) {
      const formerly = new Map<string, readonly string[]>();
      const isUnknown = (connection: string): boolean => configuration.watch[connection] === "active" && !formerly.has(connection);
      const tell = (): void => watch(atHome().filter((connection) => !isUnknown(connection)), Object.fromEntries(formerly));
      const renew = async (): Promise<void> => {
        tell();
        for (const connection of atHome().filter(isUnknown)) formerly.set(connection, await thread.active(connection));
        tell();
      };
      homes.onChange((connection, isHome) => {
        // Another host went on with it meanwhile.
        if (isHome) thread.forget(connection);
        formerly.delete(connection);
        void renew();
      });
      void renew();
    },
    async close() {
      await thread.close();
      await homes.close();
    },
  };
}
