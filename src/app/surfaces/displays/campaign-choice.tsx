import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { ConnectionInfo } from "#service/api.ts";
import { campaignListQuery } from "../../client/queries.ts";
import { TextField } from "../../ui/text-field.tsx";
import { Button } from "../../ui/button.tsx";
import { ConnectionChoice } from "../home/connection-choice.tsx";
import { SearchField } from "../home/search-field.tsx";
import { type Chosen, isSame, toggled } from "./chosen.ts";

type CampaignChoiceProps = { connections: readonly ConnectionInfo[]; chosen: readonly Chosen[]; onChosen: (chosen: readonly Chosen[]) => void };

/** Which campaigns a display shall show, of any connection. */
export function CampaignChoice({ connections, chosen, onChosen }: CampaignChoiceProps) {
  const [name, setName] = useState<string>();
  const connection = connections.find((each) => each.name === name) ?? connections[0];
  if (connection === undefined) return null;
  const toggle = (campaign: string) => onChosen(toggled(chosen, { connection: connection.name, campaign }));
  const isChosen = (campaign: string): boolean => chosen.some((each) => isSame(each, { connection: connection.name, campaign }));
  const elsewhere = chosen.filter((each) => each.connection !== connection.name).length;
  const byId = <ById key={connection.name} onId={toggle} chosen={chosen.filter((each) => each.connection === connection.name && each.campaign !== "*")} />;
  return (
    <fieldset className="mt-5">
      <legend className="mb-1.5 text-ink-2">Campaigns it shows</legend>
      {connections.length > 1 && <ConnectionChoice connections={[...connections]} chosen={connection} onChoose={setName} />}
      <Choice label={`All campaigns of ${connection.label}, those to come too`} checked={isChosen("*")} onToggle={() => toggle("*")} />
      {connection.lists ? <Listed key={connection.name} connection={connection.name} isChosen={isChosen} onToggle={toggle} byId={byId} /> : byId}
      {elsewhere > 0 && <p className="mt-2 text-note text-ink-3">And {elsewhere} of other connections.</p>}
    </fieldset>
  );
}

type ListedProps = { connection: string; isChosen: (campaign: string) => boolean; onToggle: (campaign: string) => void; byId: ReactNode };

function Listed({ connection, isChosen, onToggle, byId }: ListedProps) {
  const [search, setSearch] = useState("");
  const { data, error } = useQuery(campaignListQuery(connection, { page: 1, search }));
  if (data === undefined && error !== null) {
    return (
      <>
        <p className="mt-3 text-ink-2">The campaigns cannot be listed now: name them by their ids.</p>
        {byId}
      </>
    );
  }
  return (
    <div className="mt-3">
      <SearchField onSearch={setSearch} />
      <div className="max-h-64 overflow-y-auto">
        {data?.campaigns.map(({ id, name }) => <Choice key={id} label={name} checked={isChosen(id)} onToggle={() => onToggle(id)} />)}
      </div>
      {data !== undefined && data.lastPage > 1 && <p className="mt-2 text-note text-ink-3">These are the first of {data.total}: search for the others.</p>}
    </div>
  );
}

/** Where there is no list. */
function ById({ onId, chosen }: { onId: (campaign: string) => void; chosen: readonly Chosen[] }) {
  const [id, setId] = useState("");
  const add = () => {
    if (id.trim() !== "") onId(id.trim());
    setId("");
  };
  return (
    <div className="mt-3">
      {chosen.map(({ campaign }) => (
        <Choice key={campaign} label={campaign} checked onToggle={() => onId(campaign)} />
      ))}
      <div className="flex items-end gap-2">
        <TextField label="Id of a campaign" value={id} onText={setId} autoComplete="off" spellCheck={false} className="min-w-0 flex-1" />
        <Button onClick={add}>Add</Button>
      </div>
    </div>
  );
}

function Choice({ label, checked, onToggle }: { label: string; checked: boolean; onToggle: () => void }) {
  return (
    <label className="flex min-h-8 items-center gap-2 max-phone:min-h-11">
      <input type="checkbox" checked={checked} onChange={onToggle} />
      <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
    </label>
  );
}
