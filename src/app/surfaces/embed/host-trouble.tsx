import { tryAccessAgain } from "../../client/embed/embed-session.ts";
import { Button } from "../../ui/button.tsx";
import { NoticeBar } from "../../ui/notice.tsx";

const cause = "The page around this one does not say who is looking.";
const next = "It is asked again by itself.";

/** The host gives no token now: nothing newer can be asked for. */
export function HostTrouble({ kept }: { kept: boolean }) {
  return (
    <aside aria-label="Access" className="px-(--gutter) pt-2.5 pb-1">
      {!kept && <h1 className="sr-only">Waiting for access</h1>}
      <NoticeBar
        tone="warn"
        icon="warn"
        action={
          <Button size="small" onClick={tryAccessAgain}>
            Try now
          </Button>
        }
      >
        <b role="status">{cause}</b> {kept && "What was read stays as it was."} {next}
      </NoticeBar>
    </aside>
  );
}
