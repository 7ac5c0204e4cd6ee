import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { callsQuery } from "../../client/calls-queries.ts";
import { type Anchor, nextAnchor } from "./anchor.ts";
import { type CallWindows, mergeWindows } from "./call-windows.ts";
import type { CallsFilter } from "./calls-filter.ts";
import { pageRows } from "./row-window.ts";
import { shareRows } from "./share-rows.ts";

type Asked = {
  connection: string;
  campaign: string;
  filter: CallsFilter;
  filterKey: string;
  /** The pages around what is in sight. */
  pages: readonly number[];
  /** Somebody reads: hold the table as it is. */
  reading: boolean;
};

/**
 * The pages of call history around the reader, held still while somebody reads.
 * Rows already shown stay through polls, other filters and faults until there
 * are new ones.
 */
export function useCallWindows({ connection, campaign, filter, filterKey, pages, reading }: Asked) {
  const [held, setHeld] = useState<CallWindows>();
  const [anchor, setAnchor] = useState<Anchor>();
  const [released, setReleased] = useState<string>();
  const asOf = anchor?.filterKey === filterKey ? anchor.asOf : undefined;

  const results = useQueries({
    queries: pages.map((page) => ({
      ...callsQuery(connection, campaign, { ...filter, asOf, offset: page * pageRows, limit: pageRows }),
      // What stays on screen meanwhile is decided by mergeWindows, page by page.
      placeholderData: () => undefined,
      structuralSharing: shareRows,
    })),
  });

  const answers = results.map(({ data, dataUpdatedAt }, index) => ({
    page: pages[index] ?? 0,
    answer: data,
    answeredAt: dataUpdatedAt,
  }));
  const windows = mergeWindows(held, filterKey, answers);
  if (windows !== held) setHeld(windows);
  const next = nextAnchor(anchor, { reading, loaded: windows, released, filterKey });
  if (next !== anchor) setAnchor(next);

  const failed = results.find(({ error }) => error !== null);
  return {
    windows,
    /** False while the rows on screen still belong to the filter before. */
    settled: windows?.filterKey === filterKey,
    error: failed?.error ?? undefined,
    retry: () => void failed?.refetch(),
    /** Lets newer rows in: the cursor held so far is not taken up again. */
    release: () => {
      setReleased(anchor?.asOf);
      setAnchor(undefined);
    },
  };
}
