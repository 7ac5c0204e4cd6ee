import type { Notice } from "#campaign/notice.ts";
import { NoticeBar } from "../../ui/notice.tsx";
import { wordNotice } from "./notice-words.ts";

/** What was found in the data, each thing once. */
export function Notices({ notices }: { notices: Notice[] }) {
  if (notices.length === 0) return null;
  return (
    <NoticeBar tone="warn" icon="warn">
      <ul className="space-y-1">
        {notices.map((notice) => {
          const { fact, means } = wordNotice(notice);
          return (
            <li key={fact}>
              <b>{fact}</b> {means}
            </li>
          );
        })}
      </ul>
    </NoticeBar>
  );
}
