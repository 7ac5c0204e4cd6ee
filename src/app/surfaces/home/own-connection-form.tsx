import { useState } from "react";
import type { ConnectionInfo } from "#service/api.ts";
import { connectOwn, disconnectOwn, useOwnConnection } from "../../client/own-connection.ts";
import { Button } from "../../ui/button.tsx";
import { NoticeBar } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";

const defaultBaseUrls: Record<string, string> = { talkover: "https://app.talkover.ai" };

/** Only where Callboard runs inside this browser: an account typed in, kept until the tab is closed. */
export function OwnConnectionForm({ provider }: { provider: ConnectionInfo["provider"] }) {
  const own = useOwnConnection();
  const [baseUrl, setBaseUrl] = useState(defaultBaseUrls[provider.id] ?? "");
  const [token, setToken] = useState("");
  const [label, setLabel] = useState("");
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);

  const run = async (work: Promise<unknown>) => {
    setBusy(true);
    setFault(undefined);
    try {
      await work;
      setToken("");
    } catch (error) {
      setFault(error instanceof Error ? error.message : "The account could not be connected.");
    } finally {
      setBusy(false);
    }
  };

  if (own !== undefined) {
    return (
      <div className="flex flex-wrap items-center gap-3">
        <p className="text-ink-2">
          Reading <b className="text-ink">{own.label}</b> at {own.baseUrl}, in this tab only.
        </p>
        <Button size="small" disabled={busy} onClick={() => void run(disconnectOwn())}>
          Forget it
        </Button>
      </div>
    );
  }
  return (
    <form
      className="max-w-md space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void run(connectOwn({ providerId: provider.id, baseUrl, token, label }));
      }}
    >
      <NoticeBar tone="warn" icon="warn">
        <b>The token stays in this tab’s memory</b> and is gone when it is closed; it is never stored. Anything that can read this page
        can still use it: running the Callboard server is the safer way. Most platforms also refuse to be read from a web page.
      </NoticeBar>
      <TextField label="Base URL" type="url" required value={baseUrl} onText={setBaseUrl} autoComplete="off" spellCheck={false} />
      <TextField label="Token" type="password" required value={token} onText={setToken} autoComplete="off" />
      <TextField label="Name (optional)" value={label} onText={setLabel} autoComplete="off" placeholder="My account" />
      {fault !== undefined && (
        <p role="alert" className="text-danger">
          {fault}
        </p>
      )}
      <Button type="submit" kind="primary" disabled={busy}>
        {busy ? "Connecting" : `Read this ${provider.name} account`}
      </Button>
    </form>
  );
}
