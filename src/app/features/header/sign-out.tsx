import { useState } from "react";
import { signOut } from "../../client/session.ts";
import { Button } from "../../ui/button.tsx";
import { MenuItem } from "../../ui/menu.tsx";

const words = { idle: "Sign out", busy: "Signing out", failed: "Not signed out: try again" } as const;

/** Ends the session; where that fails it says so, since the session then goes on. */
function useSignOut() {
  const [state, setState] = useState<keyof typeof words>("idle");
  const leave = () => {
    setState("busy");
    signOut().catch(() => setState("failed"));
  };
  return { said: <span aria-live="polite">{words[state]}</span>, leave };
}

export function SignOutItem() {
  const { said, leave } = useSignOut();
  return (
    <MenuItem keepOpen onSelect={leave}>
      {said}
    </MenuItem>
  );
}

export function SignOutButton() {
  const { said, leave } = useSignOut();
  return (
    <Button kind="ghost" onClick={leave}>
      {said}
    </Button>
  );
}
