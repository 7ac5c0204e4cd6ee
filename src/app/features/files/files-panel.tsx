import { memo, useState } from "react";
import type { Instant } from "#campaign/campaign.ts";
import type { CampaignAnswer } from "#service/api.ts";
import { useHistory } from "../../client/history.ts";
import { Button } from "../../ui/button.tsx";
import { formatCounted } from "../../ui/format.ts";
import { Section } from "../../ui/section.tsx";
import { attentionFirst } from "./file-model.ts";
import { FileRow } from "./file-row.tsx";

const shownAtFirst = 9;

type FilesProps = Pick<CampaignAnswer, "files" | "connection"> & { campaign: string; now: Instant };

/** The contact files, those that need a look first; nothing where the platform reports none, which the page says at its end. */
export const FilesPanel = memo(function FilesPanel({ files, connection, campaign, now }: FilesProps) {
  const [all, setAll] = useState(false);
  const paces = useHistory(connection.name, campaign)?.pace.files ?? [];
  if (!files.reported) return null;
  const providerName = connection.provider.name;
  const rows = attentionFirst(files.value);
  return (
    <Section title="Files" id="files" className="border-t border-line py-8 embed:border-0 embed:py-0" {...(rows.length > 0 && { note: formatCounted(rows.length, "contact file") })}>
      {rows.length === 0 && (
        <p className="text-ink-2">
          <b className="text-ink">No contact files yet.</b> They appear here once one is uploaded on {providerName}.
        </p>
      )}
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))] gap-x-9 @max-desk:gap-x-6">
        {rows.slice(0, all ? undefined : shownAtFirst).map((file) => (
          <FileRow key={file.id} file={file} providerName={providerName} now={now} pace={paces.find((pace) => pace.file === file.id)} />
        ))}
      </ul>
      {rows.length > shownAtFirst && !all && (
        <Button className="mt-3" onClick={() => setAll(true)}>
          Show all {formatCounted(rows.length, "file")}
        </Button>
      )}
    </Section>
  );
});
