import { useState } from "react";
import type { ConnectionInfo } from "#service/api.ts";
import { navigate } from "../../client/address.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";

/** For who has an id at hand, and for platforms without a list. */
export function OpenById({ connection }: { connection: ConnectionInfo }) {
  const [id, setId] = useState("");
  const [missing, setMissing] = useState(false);
  return (
    <form
      className="flex max-w-md items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const campaign = id.trim();
        setMissing(campaign === "");
        if (campaign !== "") navigate({ kind: "campaign", connection: connection.name, campaign });
      }}
    >
      <TextField
        label="Open a campaign by its id"
        value={id}
        onText={setId}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={missing}
        {...(missing && { hint: "Paste the id first." })}
        className="min-w-0 flex-1"
      />
      <Button type="submit" className={missing ? "mb-5" : ""}>
        Open
      </Button>
    </form>
  );
}
