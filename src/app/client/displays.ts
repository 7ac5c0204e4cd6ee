import { queryOptions } from "@tanstack/react-query";
import type { DisplaysAnswer } from "#service/api.ts";
import { access } from "./access.ts";
import { api } from "./api.ts";
import { ApiError, notAnswered } from "./api-error.ts";
import { problemOf } from "./problem-of.ts";
import { queryClient } from "./query-client.ts";
import { serviceClock } from "./service-clock.ts";

const displaysPath = "/api/v1/displays";
const key = ["displays"] as const;
const againMilliseconds = 10_000;

function isDisplays(body: unknown): body is DisplaysAnswer {
  return typeof body === "object" && body !== null && "displays" in body;
}

/** The paired displays that show no more than the viewer may see. */
export function displaysQuery() {
  return queryOptions<DisplaysAnswer, ApiError>({
    queryKey: key,
    queryFn: async ({ signal }) => (await api.ask(displaysPath, isDisplays, { signal })).data,
    refetchInterval: againMilliseconds,
  });
}

/** Campaign ids by connection. */
export type DisplayCampaigns = Readonly<Record<string, readonly string[]>>;

/** Approves the display that shows a code. Throws `ApiError`. */
export function approveDisplay(approval: { code: string; name: string; campaigns: DisplayCampaigns }): Promise<void> {
  return change(displaysPath, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(approval) });
}

/** Takes a display's access back. Throws `ApiError`. */
export function revokeDisplay(id: string): Promise<void> {
  return change(`${displaysPath}/${encodeURIComponent(id)}`, { method: "DELETE" });
}

async function change(path: string, init: RequestInit): Promise<void> {
  const response = await access.send(path, init).catch((error: unknown) => {
    throw error instanceof ApiError ? error : notAnswered("unreachable", "This page could not reach Callboard.");
  });
  if (!response.ok) throw new ApiError(await problemOf(response, serviceClock.now()), response.headers);
  await queryClient.invalidateQueries({ queryKey: key });
}
