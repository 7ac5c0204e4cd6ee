import { useQuery } from "@tanstack/react-query";
import type { ViewerInfo } from "#service/api.ts";
import { connectionsQuery } from "./queries.ts";

/** Who is looking, as the host says; `undefined` until it has. */
export function useViewer(): ViewerInfo | undefined {
  return useQuery(connectionsQuery()).data?.viewer;
}
