import { afterEach, expect, test } from "vitest";
import { placesIn } from "#providers/testing/places.ts";
import type { AttemptsAnswer, CallsAnswer, CampaignAnswer } from "./api.ts";
import { until } from "./testing/until.ts";
import { campaignPath, type Hosted } from "./testing/hosted.ts";
import { callersCampaign, dialnexaCampaign, koreCampaign, type PublishedPlatform } from "./testing/published-platforms.ts";
import { campaignBody, someCalls } from "./testing/campaign-body.ts";
import { type Handler, json, bytes, published, startUpstream } from "./testing/upstream.ts";
import { startValueHost } from "./testing/value-host.ts";

/* Keys that reach an object's prototype where JSON is merged carelessly: in every object of every published body, over a real HTTP server. */
const talkoverCampaign: PublishedPlatform = { provider: "talkover", account: {}, campaign: "campaign-uuid-1", handler: published };
const trap = '"polluted":true,"to":"polluted","status":"completed","isAdmin":true';
const traps = `"__proto__":{${trap},"__proto__":{${trap}},"constructor":{"prototype":{${trap}}}},"constructor":{${trap},"prototype":{${trap}}},"prototype":{${trap}},"toString":"polluted","hasOwnProperty":"polluted"`;

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** The same answers with the traps as own keys of every object in them, and a blank more each time so that no two are the same bytes. */
function trapped(handler: Handler, polls: { count: number }): Handler {
  return (request, response, count) => {
    const { write, end } = { write: response.writeHead.bind(response), end: response.end.bind(response) };
    Object.assign(response, {
      writeHead: (status: number) => write(status, { "content-type": "application/json" }),
      end: (body: Buffer | string) => end(`${" ".repeat((polls.count += 1))}${String(body).replace(/\{(\s*)(?=")/g, `{${traps},$1`)}`),
    });
    handler(request, response, count);
  };
}

async function read(platform: PublishedPlatform, handler: Handler): Promise<{ host: Hosted; path: string }> {
  const upstream = await startUpstream(handler);
  const host = await startValueHost({ provider: platform.provider, account: platform.account, baseUrl: upstream.baseUrl, token: "a-secret-that-is-long-enough-to-sign", cadence: { calling: 1, outsideHours: 1, finished: 1 } });
  ends.push(host.stop, upstream.close);
  return { host, path: `${campaignPath}/${platform.campaign}` };
}

/** What a campaign and its calls say, once its history was read to its end. */
async function answers({ host, path }: { host: Hosted; path: string }): Promise<unknown> {
  const campaign = await until(async () => {
    const answer = (await (await host.ask(path)).json()) as CampaignAnswer;
    return !answer.calls.reported || answer.calls.value.reading === undefined || answer.calls.value.reading.complete ? answer : undefined;
  });
  const { sentence: _ofTime, hours: _ofTimeToo, estimate: _ofReads, ...lasting } = campaign;
  const calls = campaign.calls.reported ? ((await (await host.ask(`${path}/calls?group=call&sort=to`)).json()) as CallsAnswer).rows : [];
  return { lasting, calls, csv: campaign.calls.reported ? await (await host.ask(`${path}/calls.csv`)).text() : "" };
}

test.each([talkoverCampaign, dialnexaCampaign, callersCampaign, koreCampaign])(
  "[threat: prototype pollution] traps in every object of $provider's bodies, through two polls, change nothing and reach no prototype",
  async (platform) => {
    const expected = await answers(await read(platform, platform.handler));
    const polls = { count: 0 };
    const trapping = await read(platform, trapped(platform.handler, polls));
    expect(await answers(trapping)).toEqual(expected);
    const asked = polls.count;
    await until(async () => {
      await trapping.host.ask(trapping.path, { headers: { "callboard-refresh": "now" } });
      return polls.count > asked ? true : undefined;
    });
    expect(await answers(trapping)).toEqual(expected);
    expect(placesIn(expected).flat()).not.toContain("polluted");
    for (const plain of [{}, [], "", () => {}]) expect("polluted" in Object(plain) || "isAdmin" in Object(plain)).toBe(false);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(typeof {}.toString).toBe("function");
  },
);

const words = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];

test("[threat: prototype pollution] ids, numbers and words with such names are texts like any other, through two polls", async () => {
  const calls = words.map((word, index) => ({ ...(someCalls(1)[0] ?? { created_at: "", retries: 0 }), id: word, to: word, status: word, retries: index % 2 }));
  const upstream = await startUpstream(json(200, campaignBody(calls)));
  const host = await startValueHost({ baseUrl: upstream.baseUrl, cadence: { calling: 1, outsideHours: 1, finished: 1 } });
  ends.push(host.stop, upstream.close);
  for (const more of [[], someCalls(1)]) {
    upstream.answer(json(200, campaignBody([...calls, ...more])));
    const answer = await until(async () => {
      const seen = (await (await host.ask(`${campaignPath}/c1`)).json()) as CampaignAnswer;
      return seen.calls.reported && seen.calls.value.rows === words.length + more.length ? seen : undefined;
    });
    expect(answer.notices).toContainEqual({ kind: "unknown_words", words: expect.arrayContaining(words.map((word) => ({ word, count: 1 }))) });
    expect(answer.charts).toMatchObject({ value: { outcomesByCall: { unknown: words.length } } });
    for (const word of words) {
      const attempts = (await (await host.ask(`${campaignPath}/c1/calls/${word}/attempts`)).json()) as AttemptsAnswer;
      expect(attempts).toMatchObject({ to: word, rows: [{ id: word, word, outcome: "unknown" }] });
    }
  }
});

test("[threat: prototype pollution] a question with such names finds nothing, and breaks nothing", async () => {
  const { host, path } = await read(dialnexaCampaign, dialnexaCampaign.handler);
  await answers({ host, path });
  for (const word of words) {
    for (const query of [`by.${word}=x`, `sort=by.${word}`, `${word}=1`, `${word}[polluted]=1`, `q=${word}`]) {
      const { status } = await host.ask(`${path}/calls?${query}`);
      expect([query, [200, 400].includes(status)]).toEqual([query, true]);
    }
    const posted = await host.ask(`${path}/calls/query`, { method: "POST", body: `{${traps},"q":"${word}"}`, headers: { "content-type": "application/json" } });
    expect([200, 400]).toContain(posted.status);
  }
  expect("polluted" in {}).toBe(false);
});

test("[threat: prototype pollution] an error body with traps is read for its message alone", async () => {
  const { host, path } = await read(talkoverCampaign, bytes(403, `{${traps},"message":"No permission"}`, { "content-type": "application/json" }));
  expect(await (await host.ask(path)).json()).toMatchObject({ code: "forbidden", detail: expect.stringContaining("No permission") });
  expect("polluted" in {}).toBe(false);
});
