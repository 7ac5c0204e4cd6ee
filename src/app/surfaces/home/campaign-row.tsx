import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import type { Reported } from "#campaign/reported.ts";
import { RouteLink } from "../../features/header/route-link.tsx";
import { StatusBadge } from "../../features/header/status-badge.tsx";
import { formatCount } from "../../ui/format.ts";
import type { ListColumns } from "./list-columns.ts";

/** One campaign of the list; the whole line leads to it. */
export function CampaignRow({ connection, campaign, columns }: { connection: string; campaign: CampaignSummary; columns: ListColumns }) {
  const { id, name, status, agentLabel } = campaign;
  return (
    <tr className="relative border-t border-line hover:bg-hover max-phone:block max-phone:py-2.5">
      <th scope="row" className="max-w-0 py-2 pr-4 text-left font-strong max-phone:block max-phone:max-w-none max-phone:py-0">
        <RouteLink
          route={{ kind: "campaign", connection, campaign: id }}
          className="block truncate no-underline after:absolute after:inset-0 max-phone:whitespace-normal max-phone:[overflow-wrap:anywhere]"
        >
          {name}
        </RouteLink>
      </th>
      <td className="py-2 pr-4 max-phone:mt-1 max-phone:block max-phone:py-0">
        <StatusBadge status={status} />
      </td>
      {columns.agent && <td className="max-w-0 truncate py-2 pr-4 text-ink-2 max-tablet:hidden">{agentLabel.reported ? agentLabel.value : "–"}</td>}
      {columns.counts.map(({ key, label }) => (
        <Count key={key} fact={campaign[key]} label={label} />
      ))}
    </tr>
  );
}

function Count({ fact, label }: { fact: Reported<number>; label: string }) {
  return (
    <td className={`py-2 text-right tabular-nums not-last:pr-6 max-phone:inline-block max-phone:min-w-28 max-phone:py-0 max-phone:pt-1 max-phone:text-left max-phone:text-ink-2 ${fact.reported ? "" : "max-phone:hidden"}`}>
      {fact.reported ? formatCount(fact.value) : "–"}
      <span className="hidden max-phone:inline"> {label}</span>
    </td>
  );
}
