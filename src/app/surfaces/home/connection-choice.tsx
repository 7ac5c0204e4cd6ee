import type { ConnectionInfo } from "#service/api.ts";

type ConnectionChoiceProps = { connections: ConnectionInfo[]; chosen: ConnectionInfo; onChoose: (name: string) => void };

/** Which account's campaigns are listed. */
export function ConnectionChoice({ connections, chosen, onChoose }: ConnectionChoiceProps) {
  return (
    <fieldset className="mb-5">
      <legend className="mb-1.5 text-note text-ink-3">Connection</legend>
      <div className="flex flex-wrap gap-2">
        {connections.map(({ name, label, provider }) => (
          <label
            key={name}
            className="flex h-9 items-center gap-2 rounded-2 px-3 inset-ring inset-ring-line-strong hover:bg-hover has-checked:bg-surface has-checked:inset-ring-ink-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus max-phone:h-auto max-phone:min-h-11 max-phone:w-full max-phone:justify-between max-phone:py-1.5"
          >
            <input
              type="radio"
              name="connection"
              className="sr-only"
              checked={name === chosen.name}
              onChange={() => onChoose(name)}
            />
            <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{label}</span>
            {label !== provider.name && <span className="flex-none text-ink-3">{provider.name}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
