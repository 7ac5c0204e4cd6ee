import { type FormEvent, useState } from "react";
import type { ConnectionInfo } from "#service/api.ts";
import { approveDisplay } from "../../client/displays.ts";
import { Button } from "../../ui/button.tsx";
import { FaultLine } from "../../ui/fault-line.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useAttempt } from "../access/use-attempt.ts";
import { CampaignChoice } from "./campaign-choice.tsx";
import { type Chosen, scopeOf } from "./chosen.ts";

/** Lets a display in: its code, what it is called, what it shows. */
export function ApproveForm({ connections }: { connections: readonly ConnectionInfo[] }) {
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [done, setDone] = useState("");
  const { busy, fault, setFault, attempt } = useAttempt();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing = missingOf(code, name, chosen);
    setDone("");
    if (missing !== undefined) {
      setFault(missing);
      return;
    }
    void attempt(async () => {
      await approveDisplay({ code, name: name.trim(), campaigns: scopeOf(chosen) });
      setDone(`${name.trim()} was let in: it goes on within five seconds.`);
      setCode("");
      setName("");
    });
  };
  return (
    <form className="max-w-xl" onSubmit={submit}>
      <div className="flex flex-wrap gap-4">
        <TextField label="Code on the display" value={code} onText={setCode} placeholder="7RQX-3MPW" autoComplete="off" autoCapitalize="characters" spellCheck={false} maxLength={20} className="w-36" />
        <TextField label="Name" value={name} onText={setName} placeholder="Sales floor" autoComplete="off" maxLength={60} className="min-w-0 flex-1" />
      </div>
      <CampaignChoice connections={connections} chosen={chosen} onChosen={setChosen} />
      <FaultLine fault={fault} />
      <div className="mt-1 flex flex-wrap items-center gap-3">
        <Button type="submit" kind="primary" aria-busy={busy}>
          {busy ? "Letting it in" : "Let it in"}
        </Button>
        <p role="status" className="text-ink-2">
          {done}
        </p>
      </div>
    </form>
  );
}

function missingOf(code: string, name: string, chosen: readonly Chosen[]): string | undefined {
  if (code.trim() === "") return "Type the code that the display shows first.";
  if (name.trim() === "") return "Say what the display is called, so that it can be told from others.";
  return chosen.length === 0 ? "Choose at least one campaign for it." : undefined;
}
