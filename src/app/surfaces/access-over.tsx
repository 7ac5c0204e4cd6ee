import { useEffect, useState } from "react";
import type { AccessState } from "../client/access.ts";
import { reloadPage } from "../client/missing-chunk.ts";
import { recheck, signInHere, waitForSignIn } from "../client/session.ts";
import { Button } from "../ui/button.tsx";
import { accessWords } from "./access/access-words.ts";
import { LinkForm } from "./access/link-form.tsx";
import { NoticePage } from "./access/notice-page.tsx";

/** In place of whatever was asked for: the viewer may not look (any more). The address stays, for when they may. */
export function AccessOverSurface({ state }: { state: Exclude<AccessState, "open"> }) {
  const { cause, next } = accessWords[state];
  useEffect(waitForSignIn, []);
  return (
    <NoticePage title={cause} next={next}>
      {state === "stopped" ? (
        <div className="mt-6 flex flex-wrap gap-2">
          <Button kind="primary" onClick={reloadPage}>
            Load the page again
          </Button>
          <Recheck />
        </div>
      ) : (
        <LinkForm onLink={signInHere}>
          <Recheck />
        </LinkForm>
      )}
    </NoticePage>
  );
}

/** For who signed in elsewhere, in another tab or at a proxy. */
function Recheck() {
  const [words, setWords] = useState("Try again");
  const look = () => {
    setWords("Looking");
    recheck().catch(() => setWords("Still refused: try again"));
  };
  return (
    <Button onClick={look}>
      <span aria-live="polite">{words}</span>
    </Button>
  );
}
