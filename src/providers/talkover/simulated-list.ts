import { z } from "zod";
import type { SimulatedCampaign } from "../simulation.ts";
import { listItem, type ListItem } from "./simulated-body.ts";

/** The 422 answer of a list with parameters that cannot be read. */
export function validationError(details: Record<string, string[]>) {
  return { success: false, error: { code: "VALIDATION_ERROR", message: "The given data was invalid.", details } };
}

/** The documented query of the list. Dates are taken to be days of `created_at`, both inclusive. */
export const ListQuery = z.object({
  status: z.enum(["draft", "active", "paused", "completed", "cancelled"]).optional(),
  campaign_type: z.enum(["sales", "follow_up", "reminder", "custom"]).optional(),
  agent_id: z.string().optional(),
  date_from: z.iso.date().optional(),
  date_to: z.iso.date().optional(),
  search: z.string().optional(),
  per_page: z.coerce.number().pipe(z.int().min(1).max(100)).default(20),
  page: z.coerce.number().pipe(z.int().min(1)).default(1),
});
export type ListQuery = z.infer<typeof ListQuery>;

function matches(item: ListItem, query: ListQuery): boolean {
  const day = item.created_at?.slice(0, 10) ?? "";
  return (
    (query.status === undefined || item.status === query.status) &&
    (query.campaign_type === undefined || item.campaign_type === query.campaign_type) &&
    (query.agent_id === undefined || item.agent_id === query.agent_id) &&
    (query.date_from === undefined || day >= query.date_from) &&
    (query.date_to === undefined || day <= query.date_to) &&
    (query.search === undefined || item.name.toLowerCase().includes(query.search.toLowerCase()))
  );
}

/** The answer of list-campaigns; `from` and `to` count from 1 and are null on an empty page. */
export function listBody(campaigns: readonly SimulatedCampaign[], query: ListQuery) {
  const found = campaigns.map(listItem).filter((item) => matches(item, query));
  const first = (query.page - 1) * query.per_page;
  const data = found.slice(first, first + query.per_page);
  return {
    success: true,
    data,
    pagination: {
      current_page: query.page,
      last_page: Math.max(1, Math.ceil(found.length / query.per_page)),
      per_page: query.per_page,
      total: found.length,
      from: data.length > 0 ? first + 1 : null,
      to: data.length > 0 ? first + data.length : null,
    },
  };
}
