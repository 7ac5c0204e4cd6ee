import { useCallback, useEffect, useState } from "react";
import { ApiError } from "../client/api-error.ts";
import { followLink } from "../client/session.ts";
import { type SignInLink, useSignInLink } from "../client/sign-in-link.ts";
import { RouteLink } from "../features/header/route-link.tsx";
import { Button, buttonLook } from "../ui/button.tsx";
import { wordFailure } from "./access/access-words.ts";
import { LinkForm } from "./access/link-form.tsx";
import { NoticePage } from "./access/notice-page.tsx";

const noLink = "There is no code in this address: open the whole link you were given, or paste it here.";

/** Where a sign-in link leads: its code was taken from the address before this is drawn. */
export function SignInSurface() {
  const link = useSignInLink();
  const [failure, setFailure] = useState<{ of: SignInLink; sentence: string; isPassing: boolean }>();

  const follow = useCallback((wanted: SignInLink) => {
    setFailure(undefined);
    followLink(wanted).catch((error: unknown) => {
      const isKnown = error instanceof ApiError;
      setFailure({ of: wanted, sentence: isKnown ? wordFailure(error) : "The page failed: load it again.", isPassing: isKnown && error.problem.status !== 401 });
    });
  }, []);
  useEffect(() => {
    if (link !== undefined) follow(link);
  }, [link, follow]);

  if (link !== undefined && failure?.of !== link) {
    return (
      <div className="appear-late">
        <NoticePage title="Signing in" next="This takes a moment." />
      </div>
    );
  }
  return (
    <NoticePage title="You are not signed in" next={failure?.sentence ?? noLink}>
      <LinkForm onLink={followLink}>
        {link !== undefined && failure?.isPassing === true && <Button onClick={() => follow(link)}>Try again</Button>}
        <RouteLink route={{ kind: "home" }} className={buttonLook({})}>
          See all campaigns
        </RouteLink>
      </LinkForm>
    </NoticePage>
  );
}
