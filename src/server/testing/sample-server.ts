import { bytes, json, sample, startUpstream, type Handler, type Upstream } from "#service/testing/upstream.ts";

/** The token the sample server accepts; every other one is answered with the documented 401. */
export const sampleToken = "talq_sample";

/**
 * A plain HTTP server with Talkover's published answers, byte for byte: the
 * campaign at its path, a list that holds it, and the documented 401 and 404.
 */
export function startSampleServer(): Promise<Upstream> {
  return startUpstream((request, response, count) => {
    if (request.headers.authorization !== `Bearer ${sampleToken}`) return answers.refused(request, response, count);
    const { pathname } = new URL(request.url ?? "/", "http://sample");
    const answer = pathname === "/api/v1/campaigns/campaign-uuid-1" ? answers.campaign : pathname === "/api/v1/campaigns" ? list() : answers.absent;
    return answer(request, response, count);
  });
}

const documented = (status: number, name: string): Handler => bytes(status, sample(name), { "content-type": "application/json" });

/** Each published answer, for a test that wants it for every request. */
export const answers = {
  campaign: documented(200, "talkover-campaign"),
  refused: documented(401, "talkover-error-401"),
  absent: documented(404, "talkover-error-404"),
  broken: documented(500, "talkover-error-500"),
};

/** The documented list around the published campaign. */
function list(): Handler {
  const body: unknown = JSON.parse(sample("talkover-campaign").toString("utf8"));
  const data = typeof body === "object" && body !== null && "data" in body ? [body.data] : [];
  return json(200, { success: true, data, pagination: { current_page: 1, last_page: 1, per_page: 20, total: 1, from: 1, to: 1 } });
}
