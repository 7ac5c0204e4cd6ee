import type { Instant } from "#campaign/campaign.ts";
import type { FileAnswer } from "#service/api.ts";
import type { FilePace } from "#service/api-history.ts";
import { formatCount } from "../../ui/format.ts";
import { Icon, type IconName } from "../../ui/icon.tsx";
import { Mark } from "../../ui/mark.tsx";
import { paint } from "../../ui/paint.ts";
import { Source } from "../../ui/source.tsx";
import { barOf, type FileLook, lookOf, remarkOf, stateWord, wordFilePace } from "./file-model.ts";

const looks: Record<FileLook, { word: string; icon?: IconName; iconTone?: string; read: string }> = {
  failed: { word: "text-danger", icon: "x", read: "bg-ink" },
  stuck: { word: "text-warn", icon: "warn", read: "bg-warn" },
  uploading: { word: "text-ink-2", icon: "up", read: "striped" },
  processing: { word: "text-ink-2", icon: "clock", read: "bg-ink" },
  unknown: { word: "text-ink-2", read: "bg-ink" },
  processed: { word: "text-ink-2", icon: "check", iconTone: "text-ok", read: "bg-ink" },
};

/** One contact file: what it is called, where it stands, how many of its records were read. */
export function FileRow({ file, providerName, now, pace }: { file: FileAnswer; providerName: string; now: Instant; pace: FilePace | undefined }) {
  const look = lookOf(file);
  const { word, icon, iconTone = "" } = looks[look];
  const { originalName, processedName } = file;
  const name = originalName.reported ? originalName.value : processedName.reported ? processedName.value : file.id;
  const remark = remarkOf(file, providerName, now);
  return (
    <li className="min-w-0 border-t border-line pt-3 pb-3.5">
      <div className="flex justify-between gap-3">
        <h3 className="truncate font-strong" title={name}>
          {name}
        </h3>
        <span className={`flex flex-none items-center gap-[5px] ${word}`}>
          {icon !== undefined && <Icon name={icon} className={iconTone} />}
          {stateWord(file)}
        </span>
      </div>
      {processedName.reported && originalName.reported && (
        <p className="truncate text-note text-ink-3" title={processedName.value}>
          as {processedName.value}
        </p>
      )}
      <FileBar file={file} look={look} />
      <Records file={file} providerName={providerName} />
      {pace !== undefined && <p className="text-note text-ink-3">{wordFilePace(pace)}</p>}
      {remark !== undefined && (
        <p className={`mt-2 flex gap-[7px] rounded-2 px-2.5 py-[7px] ${look === "failed" ? "bg-danger-tint" : "bg-warn-tint"}`}>
          <Icon name="warn" className={`mt-[3px] ${word}`} />
          <span>{remark}</span>
        </p>
      )}
    </li>
  );
}

function FileBar({ file, look }: { file: FileAnswer; look: FileLook }) {
  const bar = barOf(file);
  const failedEdge = look === "failed" ? "inset-ring inset-ring-danger rounded-1" : "bg-track";
  if (bar === undefined) return <div aria-hidden="true" className="mt-[9px] mb-[7px] h-1.5 rounded-1 inset-ring inset-ring-line-strong" />;
  const part = "min-w-0 basis-0 grow-on-poll";
  return (
    <div aria-hidden="true" className="mt-[9px] mb-[7px] flex h-1.5 gap-0.5 overflow-hidden rounded-1">
      {bar.read > 0 && <span className={`${part} ${looks[look].read}`} style={paint("var(--ink)", bar.read)} />}
      {bar.rejected > 0 && <span className={`${part} hatch min-w-[3px]`} style={paint("var(--ink-2)", bar.rejected)} />}
      {(bar.rest > 0 || bar.read + bar.rejected === 0) && <span className={`${part} ${failedEdge}`} style={{ flexGrow: bar.rest || 1 }} />}
    </div>
  );
}

function Records({ file, providerName }: { file: FileAnswer; providerName: string }) {
  const { processedRecords, totalRecords, rejectedRecords } = file;
  if (!processedRecords.reported && !totalRecords.reported) {
    return <p className="text-ink-3">Records not reported by {providerName}</p>;
  }
  return (
    <p className="flex flex-wrap justify-between gap-x-3 text-ink-2 tabular-nums">
      <span>
        {processedRecords.reported ? (
          <Source text={processedRecords.source}>
            <b className="text-ink">{formatCount(processedRecords.value)}</b>
          </Source>
        ) : (
          "–"
        )}{" "}
        of{" "}
        {totalRecords.reported ? (
          <>
            <Source text={totalRecords.source}>{formatCount(totalRecords.value)}</Source> records
          </>
        ) : (
          "records not reported"
        )}
      </span>
      {rejectedRecords.reported && (
        <span className="flex items-center gap-1">
          <Mark name="rejected" size={12} />
          <Source text={rejectedRecords.source}>
            <b className="text-ink">{formatCount(rejectedRecords.value)}</b>
          </Source>{" "}
          rejected
        </span>
      )}
    </p>
  );
}
