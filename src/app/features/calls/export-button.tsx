import { memo } from "react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { exportCalls } from "../../client/calls-queries.ts";
import { connectionsQuery } from "../../client/queries.ts";
import { Button } from "../../ui/button.tsx";
import type { CallsFilter } from "./calls-filter.ts";
import { pageRows } from "./row-window.ts";

/** A file holds all that fits, whatever window is asked for. */
const wholeList = { offset: 0, limit: pageRows, asOf: undefined };

type ExportProps = { connection: string; campaign: string; filter: CallsFilter; empty: boolean; fileName: string; partial: boolean };

/** Saves the calls of exactly this filter, grouping and order; says in place when it could not. */
export const ExportButton = memo(function ExportButton({ connection, campaign, filter, empty, fileName, partial }: ExportProps) {
  const { data: host } = useQuery(connectionsQuery());
  const { mutate, isPending, error, isSuccess } = useMutation({
    mutationFn: () => exportCalls(connection, campaign, { ...filter, ...wholeList }, fileName),
    networkMode: "always",
  });
  if (host?.viewer.permissions.includes("export") === false) return null;
  if (host?.capabilities.export === false) return <span className="text-ink-3">This host offers no export.</span>;
  return (
    <>
      <Button icon="export" title={partial ? "Saves what has been read so far" : undefined} disabled={isPending || empty} aria-busy={isPending} onClick={() => mutate()}>
        <span className="max-embed:sr-only">{isPending ? "Exporting …" : "Export CSV"}</span>
      </Button>
      <span role="status" className={error === null ? "sr-only" : "basis-full text-right text-danger"}>
        {error === null ? (isPending ? "Exporting" : "") : `The export failed. ${error.message}`}
      </span>
      {isSuccess && (
        <p role="status" className="hidden basis-full text-right text-note text-pretty text-ink-2 embed:block">
          Exported. If no file arrived, the page around this one lets its frame save none (“allow-downloads”): export from the full page, by Open.
        </p>
      )}
    </>
  );
});

