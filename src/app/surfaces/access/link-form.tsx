import { type FormEvent, type ReactNode, useState } from "react";
import { linkOfPaste, type SignInLink } from "../../client/sign-in-link.ts";
import { Button } from "../../ui/button.tsx";
import { FaultLine } from "../../ui/fault-line.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useAttempt } from "./use-attempt.ts";

type LinkFormProps = {
  /** Signs in; rejects with `ApiError`. */
  onLink(link: SignInLink): Promise<void>;
  children?: ReactNode;
};

/** Takes a sign-in link, or its code, and says in one sentence why it does not work. */
export function LinkForm({ onLink, children }: LinkFormProps) {
  const [text, setText] = useState("");
  const { busy, fault, setFault, attempt } = useAttempt();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const link = linkOfPaste(text);
    if (link === undefined) setFault(text.trim() === "" ? "Paste the link first." : "This is no sign-in link: copy the whole of it, to its end.");
    else if (!busy) void attempt(() => onLink(link));
  };
  return (
    <form className="mt-6" onSubmit={submit}>
      <TextField
        label="Sign-in link or code"
        value={text}
        onText={(typed) => {
          setText(typed);
          setFault(undefined);
        }}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={fault !== undefined}
      />
      <FaultLine fault={fault} />
      <div className="mt-2 flex flex-wrap gap-2">
        <Button type="submit" kind="primary" aria-busy={busy}>
          {busy ? "Signing in" : "Sign in"}
        </Button>
        {children}
      </div>
    </form>
  );
}
