import { memo } from "react";
import type { CampaignAnswer } from "#service/api.ts";
import { NoticeBar } from "../../ui/notice.tsx";
import { wordNotice } from "./notice-words.ts";

/** What was found in the data, each thing once. */
export const Notices = memo(function Notices({ notices, connection, reports }: Pick<CampaignAnswer, "notices" | "connection" | "reports">) {
  const context = { providerName: connection.provider.name, rowsAre: reports.rowsAre };
  if (notices.length === 0) return null;
  return (
    <NoticeBar tone="warn" icon="warn">
      <ul className="space-y-1">
        {notices.map((notice) => {
          const { fact, means } = wordNotice(notice, context);
          return (
            <li key={fact}>
              <b>{fact}</b> {means}
            </li>
          );
        })}
      </ul>
    </NoticeBar>
  );
});
