import { type FormEvent, useId, useState } from "react";
import type { Platform } from "#service/api.ts";
import { connectOwn, disconnectOwn, type OwnConnection, useOwnConnection } from "../../client/own-connection.ts";
import { Button } from "../../ui/button.tsx";
import { NoticeBar } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";

type OwnConnectionProps = {
  platforms: readonly Platform[];
  /** The platform that is looked at now: the one asked for until another is chosen. */
  providerId: string;
};

/** Only where Callboard runs inside this browser: an account typed in, kept until the tab is closed. */
export function OwnConnectionForm({ platforms, providerId }: OwnConnectionProps) {
  const own = useOwnConnection();
  const [chosen, setChosen] = useState<string>();
  const platform = platforms.find(({ id }) => id === (chosen ?? providerId)) ?? platforms[0];
  if (own !== undefined) return <InUse own={own} />;
  if (platform === undefined) return null;
  return (
    <div className="max-w-md space-y-4">
      <NoticeBar tone="warn" icon="warn">
        <b>The credential stays in this tab’s memory</b> and is gone when it is closed; it is never stored. Anything that can read this
        page can still use it: running the Callboard server is the safer way. Most platforms also refuse to be read from a web page.
      </NoticeBar>
      <PlatformChoice platforms={platforms} chosen={platform.id} onChoose={setChosen} />
      <AccountForm key={platform.id} platform={platform} onTyping={() => setChosen(platform.id)} />
    </div>
  );
}

function InUse({ own }: { own: OwnConnection }) {
  const { busy, fault, run } = useWork();
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="text-ink-2">
        Reading <b className="text-ink">{own.label}</b> at {own.baseUrl}, in this tab only.
      </p>
      <Button size="small" disabled={busy} onClick={() => void run(disconnectOwn())}>
        Forget it
      </Button>
      {fault !== undefined && <Fault sentence={fault} />}
    </div>
  );
}

function Fault({ sentence }: { sentence: string }) {
  return (
    <p role="alert" className="text-danger">
      {sentence}
    </p>
  );
}

/** One piece of work at a time, and the sentence of the last that failed. */
function useWork() {
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const run = async (work: Promise<unknown>): Promise<void> => {
    setBusy(true);
    setFault(undefined);
    try {
      await work;
    } catch (error) {
      setFault(error instanceof Error ? error.message : "The change could not be made: reload the page and try again.");
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, run };
}

type ChoiceProps = { platforms: readonly Platform[]; chosen: string; onChoose: (id: string) => void };

function PlatformChoice({ platforms, chosen, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-ink-2">
        Platform
      </label>
      <select
        id={id}
        value={chosen}
        onChange={({ target }) => onChoose(target.value)}
        className="h-8 w-full rounded-2 bg-canvas px-[9px] text-ink inset-ring inset-ring-control focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-focus max-phone:h-11 max-phone:text-[1rem]"
      >
        {platforms.map(({ id: value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

type AccountFormProps = {
  platform: Platform;
  /** From now on this form is wanted, whichever connection is looked at. */
  onTyping: () => void;
};

/** Keyed by its platform: what was typed, and what was wrong with it, is of that one alone. */
function AccountForm({ platform, onTyping }: AccountFormProps) {
  const { busy, fault, run } = useWork();
  const [baseUrl, setBaseUrl] = useState(platform.defaultBaseUrl ?? "");
  const [account, setAccount] = useState<Record<string, string>>({});
  const [token, setToken] = useState("");
  const [label, setLabel] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(connectOwn({ providerId: platform.id, account, baseUrl, token, label }));
  };
  return (
    <form className="space-y-4" onSubmit={submit} onInput={onTyping}>
      <TextField label="Base URL" type="url" required value={baseUrl} onText={setBaseUrl} autoComplete="off" spellCheck={false} />
      {platform.account.map(({ name, label: field, required }) => (
        <TextField
          key={name}
          label={required ? field : `${field} (optional)`}
          required={required}
          value={account[name] ?? ""}
          onText={(text) => setAccount((before) => ({ ...before, [name]: text }))}
          autoComplete="off"
          spellCheck={false}
        />
      ))}
      <TextField label={capital(platform.credential)} type="password" required value={token} onText={setToken} autoComplete="off" />
      <TextField label="Name (optional)" value={label} onText={setLabel} autoComplete="off" placeholder="My account" />
      {fault !== undefined && <Fault sentence={fault} />}
      <Button type="submit" kind="primary" disabled={busy}>
        {busy ? "Connecting" : `Read this ${platform.name} account`}
      </Button>
    </form>
  );
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
