import type { OtherSession } from "../../client/session.ts";
import { Button } from "../../ui/button.tsx";
import { FaultLine } from "../../ui/fault-line.tsx";
import { wordOtherSession } from "./access-words.ts";
import { NoticePage } from "./notice-page.tsx";
import { useAttempt } from "./use-attempt.ts";

type OtherSessionQuestionProps = {
  other: OtherSession;
  /** Signs in by the link; rejects with `ApiError`. */
  onReplace(): Promise<void>;
  onStay(): void;
};

/** Asks before a link makes somebody else of who is signed in: they may not know what they opened. */
export function OtherSessionQuestion({ other, onReplace, onStay }: OtherSessionQuestionProps) {
  const { busy, fault, attempt } = useAttempt();
  return (
    <NoticePage title={`Continue as ${other.linkFor}?`} next={wordOtherSession(other)}>
      <FaultLine fault={fault} />
      <div className="mt-2 flex flex-wrap gap-2">
        <Button kind="primary" aria-busy={busy} onClick={() => !busy && void attempt(onReplace)}>
          {busy ? "Signing in" : "Continue"}
        </Button>
        <Button onClick={onStay}>Stay signed in</Button>
      </div>
    </NoticePage>
  );
}
