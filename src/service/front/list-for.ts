import type { CampaignSummary } from "#campaign/campaign-summary.ts";
import type { Viewer } from "../access/viewer.ts";
import type { CampaignListAnswer } from "../api.ts";
import type { EnginePort, ListResult, NoAnswer } from "../engine/port.ts";

const campaignsPerPage = 20;

type Asked = { page: number; search: string | undefined };
type Listed = { ok: true; answer: CampaignListAnswer; readAt: (ListResult & { ok: true })["readAt"] } | { ok: false; problem: NoAnswer };

/**
 * A page of the campaigns the viewer may read. Who may not read all gets pages of their own, cut and
 * searched here: pages, totals and searches of the platform tell how many others there are, and of their names.
 */
export async function listFor(viewer: Viewer, connection: string, asked: Asked, engine: EnginePort): Promise<Listed> {
  const isWhole = viewer.mayReadAll(connection);
  const result = await engine.campaigns(connection, isWhole ? asked : { all: true });
  if (!result.ok) return result;
  const { campaigns, page, lastPage, total } = result.page;
  const answer = isWhole ? { campaigns, page, lastPage, total, scoped: false } : pageOf(campaigns.filter(({ id }) => viewer.mayRead(connection, id)), asked);
  return { ok: true, answer, readAt: result.readAt };
}

/** Past the end is the last page, as in lists of the platform. */
function pageOf(seen: readonly CampaignSummary[], { page: asked, search = "" }: Asked): CampaignListAnswer {
  const words = search.toLowerCase();
  const found = seen.filter(({ id, name }) => `${name}\n${id}`.toLowerCase().includes(words));
  const lastPage = Math.max(1, Math.ceil(found.length / campaignsPerPage));
  const page = Math.min(asked, lastPage);
  return { campaigns: found.slice((page - 1) * campaignsPerPage, page * campaignsPerPage), page, lastPage, total: found.length, scoped: true };
}
