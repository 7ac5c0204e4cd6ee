import { useCallback, useEffect, useState } from "react";
import { ApiError } from "../client/api-error.ts";
import { followLink, goWhereLed, type OtherSession, signInInstead } from "../client/session.ts";
import { type SignInLink, useSignInLink } from "../client/sign-in-link.ts";
import { RouteLink } from "../features/header/route-link.tsx";
import { Button, buttonLook } from "../ui/button.tsx";
import { wordFailure } from "./access/access-words.ts";
import { LinkForm } from "./access/link-form.tsx";
import { NoticePage } from "./access/notice-page.tsx";
import { OtherSessionQuestion } from "./access/other-session-question.tsx";

const noLink = "There is no code in this address: open the whole link you were given, or paste it here.";

/** Why a link has not led on: it failed, or the reader must decide. */
type Halt = { of: SignInLink; kind: "failed"; sentence: string; isPassing: boolean } | { of: SignInLink; kind: "asks"; other: OtherSession };

function failureOf(of: SignInLink, error: unknown): Halt {
  const isKnown = error instanceof ApiError;
  return { of, kind: "failed", sentence: isKnown ? wordFailure(error) : "The page failed: load it again.", isPassing: isKnown && error.problem.status !== 401 };
}

/** Where a sign-in link leads: its code was taken from the address before this is drawn. */
export function SignInSurface() {
  const link = useSignInLink();
  const [latest, setLatest] = useState<Halt>();
  const halt = latest !== undefined && latest.of === link ? latest : undefined;

  const follow = useCallback((wanted: SignInLink) => {
    setLatest(undefined);
    followLink(wanted).then(
      (other) => other !== undefined && setLatest({ of: wanted, kind: "asks", other }),
      (error: unknown) => setLatest(failureOf(wanted, error)),
    );
  }, []);
  useEffect(() => {
    if (link !== undefined) follow(link);
  }, [link, follow]);

  if (halt?.kind === "asks") {
    return <OtherSessionQuestion other={halt.other} onReplace={() => signInInstead(halt.of)} onStay={() => goWhereLed(halt.of)} />;
  }
  if (link !== undefined && halt === undefined) {
    return (
      <div className="appear-late">
        <NoticePage title="Signing in" next="This takes a moment." />
      </div>
    );
  }
  return (
    <NoticePage title="You are not signed in" next={halt?.sentence ?? noLink}>
      <LinkForm onLink={signInInstead}>
        {halt?.isPassing === true && <Button onClick={() => follow(halt.of)}>Try again</Button>}
        <RouteLink route={{ kind: "home" }} className={buttonLook({})}>
          See all campaigns
        </RouteLink>
      </LinkForm>
    </NoticePage>
  );
}
