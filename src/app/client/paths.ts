const root = "/api/v1/connections";

export const connectionsPath = root;

export function campaignListPath(connection: string, page: number, search: string): string {
  const parameters = new URLSearchParams({ page: String(page) });
  if (search !== "") parameters.set("search", search);
  return `${root}/${encodeURIComponent(connection)}/campaigns?${parameters}`;
}

export function campaignPath(connection: string, id: string): string {
  return `${root}/${encodeURIComponent(connection)}/campaigns/${encodeURIComponent(id)}`;
}

export function historyPath(connection: string, id: string): string {
  return `${campaignPath(connection, id)}/history`;
}
