import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { simulations } from "#providers/registry.ts";
import { callersCampaign } from "#service/testing/published-platforms.ts";
import { startUpstream } from "#service/testing/upstream.ts";
import { buildHost, type HostProcess, startHost } from "./testing/built-host.ts";
import { answers, sampleToken, startSampleServer } from "./testing/sample-server.ts";

beforeAll(buildHost);

const running: HostProcess[] = [];
afterEach(async () => {
  for (const host of running.splice(0)) {
    host.child.kill("SIGKILL");
    await host.ended;
  }
});

function start(options?: Parameters<typeof startHost>[0]): HostProcess {
  const host = startHost(options);
  running.push(host);
  return host;
}

/** A directory with this configuration in it. */
function configured(configuration: unknown): string {
  const directory = mkdtempSync(join(tmpdir(), "callboard-"));
  writeFileSync(join(directory, "callboard.config.json"), JSON.stringify(configuration));
  return directory;
}

const connection = (baseUrl: string, env = "TOKEN"): unknown => ({ provider: "talkover", label: "Acme", baseUrl, token: { env } });
const listening = /Callboard listening on (http:\/\/127\.0\.0\.1:\d+\/\S*)/;

describe("starting", () => {
  test("without a configuration it says where it listens, shows the demo, and ends with 0 on SIGTERM", async () => {
    const host = start({ args: ["--port", "0"] });
    const url = (await host.printed(listening))[1] ?? "";
    expect(await (await fetch(url)).text()).toContain("callboard-host");
    const answer: unknown = await (await fetch(`${url}api/v1/connections`)).json();
    expect(answer).toMatchObject({ host: { kind: "node" }, connections: expect.arrayContaining([expect.objectContaining({ name: "demo", demo: true })]) });
    await host.printed(/demo data/);
    host.child.kill("SIGTERM");
    expect(await host.ended).toBe(0);
  });

  test("mistakes are listed and the exit code is 2", async () => {
    const cwd = configured({ port: -1, connections: { acme: { provider: "zzz", token: "talq_canary" } } });
    const host = start({ cwd });
    expect(await host.ended).toBe(2);
    expect(host.output().trim().split("\n")).toHaveLength(3);
    expect(host.output()).not.toContain("canary");
  });

  test("a port that is taken is said in one sentence; the exit code is 2", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, "127.0.0.1", resolve);
    });
    const address = other.address();
    const port = typeof address === "object" ? String(address?.port) : "";
    const host = start({ env: { PORT: port } });
    expect(await host.ended).toBe(2);
    expect(host.output()).toMatch(new RegExp(`^Port ${port} of 127\\.0\\.0\\.1 is taken: [^\\n]+\\.\\n$`));
    other.close();
  });

  test("an answer under way is finished before it ends", async () => {
    const platform = await startSampleServer();
    let release = (): void => {};
    const asked = new Promise<void>((resolve) => {
      platform.answer((request, response, count) => {
        release = () => answers.campaign(request, response, count);
        resolve();
      });
    });
    const host = start({ args: ["--port=0"], cwd: configured({ connections: { acme: connection(platform.baseUrl) } }), env: { TOKEN: sampleToken } });
    const url = (await host.printed(listening))[1] ?? "";
    const answer = fetch(`${url}api/v1/connections/acme/campaigns/campaign-uuid-1`);
    await asked;
    host.child.kill("SIGTERM");
    setTimeout(release, 200);
    expect(await (await answer).json()).toMatchObject({ campaign: { name: "Sales Campaign" } });
    expect(await host.ended).toBe(0);
    await platform.close();
  });
});

describe("doctor", () => {
  test("says what works and what does not, in the order of the file, and ends with 1", async () => {
    const platform = await startSampleServer();
    const gone = await startSampleServer();
    await gone.close();
    const connections = {
      good: connection(platform.baseUrl),
      refused: connection(platform.baseUrl, "OTHER"),
      elsewhere: connection(`${platform.baseUrl}/v9`),
      nobody: connection(gone.baseUrl),
    };
    const host = start({ args: ["doctor"], cwd: configured({ connections }), env: { TOKEN: sampleToken, OTHER: "talq_canary" } });
    expect(await host.ended).toBe(1);
    const lines = host.output().split("\n");
    expect(lines[0]).toMatch(/^✓ good \(Acme, Talkover at http:.*\): reached; the credential is accepted; 1 campaign listed\.$/);
    expect(lines[1]).toMatch(/^✗ refused .* refused this connection's credential.* where connections\.refused\.token points\.$/);
    expect(lines[2]).toMatch(/^✗ elsewhere .* Check connections\.elsewhere\.baseUrl: /);
    expect(lines[3]).toMatch(/^✗ nobody .* could not be reached: the connection was refused\. Check connections\.nobody\.baseUrl/);
    expect(lines[4]).toBe("3 of 4 connections need mending.");
    expect(host.output()).not.toContain("canary");
    expect(platform.requests.filter(({ authorization }) => authorization === `Bearer ${sampleToken}`)).toHaveLength(2);
    await platform.close();
  });

  test("says which campaigns to be watched are not there", async () => {
    const platform = await startSampleServer();
    const watch = { acme: ["campaign-uuid-1", "campaign-uuid-7"] };
    const host = start({ args: ["doctor"], cwd: configured({ connections: { acme: connection(platform.baseUrl) }, watch }), env: { TOKEN: sampleToken } });
    expect(await host.ended).toBe(1);
    expect(host.output()).toMatch(/^✗ acme .*: reached; the credential is accepted; but it finds no campaign campaign-uuid-7\. Check watch\.acme\.$/m);
    await platform.close();
  });

  test("says which account it could not try, for want of a list, and does not count it as working", async () => {
    const platform = await startSampleServer();
    const chats = { provider: "callers", baseUrl: platform.baseUrl, token: { env: "TOKEN" } };
    const connections = { acme: connection(platform.baseUrl), chats };
    const host = start({ args: ["doctor"], cwd: configured({ connections }), env: { TOKEN: sampleToken } });
    expect(await host.ended).toBe(0);
    expect(host.output()).toMatch(/^– chats .*: not tried: this account has no list of campaigns/m);
    expect(host.output()).toMatch(/^1 of 2 connections were tried, and work\.$/m);
    await platform.close();
  });

  test("tries a campaign it is told where an account has no list, and says which it read or could not", async () => {
    const platform = await startUpstream(callersCampaign.handler);
    const cwd = configured({ connections: { chats: { provider: "callers", baseUrl: platform.baseUrl, token: { env: "TOKEN" } } } });
    const run = async (...args: string[]) => {
      const host = start({ args: ["doctor", ...args], cwd, env: { TOKEN: sampleToken } });
      return { code: await host.ended, output: host.output() };
    };
    const read = await run("--campaign", callersCampaign.campaign);
    expect(read.output).toContain(`; campaign ${callersCampaign.campaign} read.\nEvery connection works.\n`);
    expect(read.code).toBe(0);
    expect(platform.requests).toHaveLength(1);
    const other = await run("--campaign=other");
    expect(other.output).toMatch(/^✗ chats .* Check --campaign, and connections\.chats\.baseUrl\.$/m);
    expect(other.code).toBe(1);
    const asked = platform.requests.length;
    const untried = await run();
    expect(untried.output).toMatch(/^No connection was tried\.$/m);
    expect(await run("--campaign")).toMatchObject({ code: 2, output: expect.stringContaining("--campaign is missing its value") });
    expect(platform.requests).toHaveLength(asked);
    await platform.close();
  });

  test("ends with 0 where all work, and with 1 while the platform fails", async () => {
    const platform = await startSampleServer();
    const given = { args: ["doctor"], cwd: configured({ connections: { acme: connection(platform.baseUrl) } }), env: { TOKEN: sampleToken } };
    expect(await start(given).ended).toBe(0);
    platform.answer(answers.broken);
    const failing = start(given);
    expect(await failing.ended).toBe(1);
    expect(failing.output()).toMatch(/Talkover answered 500\. Try again later\./);
    await platform.close();
  });
});

describe("simulator", () => {
  test("says each platform's address, accounts and campaigns, and serves them", async () => {
    const simulator = start({ args: ["simulator", "--port", "0", "--calls", "1000", "--seed", "7"] });
    const [, origin = ""] = await simulator.printed(/Simulator listening on (\S+)\n/);
    const [, baseUrl = "", token = "", campaigns = ""] = await simulator.printed(
      /Talkover \(provider "talkover"\)\n {2}Base URL: (\S+)\n {2}Talkover demo: API token (\S+)\n {2}Campaigns: (.+)\n/,
    );
    const ids = campaigns.split(", ");
    expect(baseUrl).toBe(`${origin}/talkover`);
    expect(ids).toContain("big");
    for (const id of simulations.keys()) {
      const [, address] = await simulator.printed(new RegExp(`\\(provider "${id}"\\)\\n {2}Base URL: (\\S+)\\n`));
      expect(address).toBe(`${origin}/${id}`);
    }
    const ask = (path: string, given = token): Promise<Response> => fetch(baseUrl + path, { headers: { Authorization: `Bearer ${given}` } });
    for (const id of ids) {
      const body: unknown = await (await ask(`/api/v1/campaigns/${id}`)).json();
      expect(body).toMatchObject({ success: true, data: { id } });
    }
    expect(ids.length).toBeGreaterThan(5);
    expect((await ask(`/api/v1/campaigns/${ids[0]}`, "wrong")).status).toBe(401);
    simulator.child.kill("SIGTERM");
    expect(await simulator.ended).toBe(0);
  });

  test("a wrong option is a sentence; the exit code is 2", async () => {
    const simulator = start({ args: ["simulator", "--calls", "many"] });
    expect(await simulator.ended).toBe(2);
    expect(simulator.output()).toMatch(/^--calls must be the number of calls/);
  });

  test.each(["socket-destroy", "socket-half-close", "socket-broken-gzip"])("plays %s on the socket", async (fault) => {
    const simulator = start({ args: ["simulator", "--port", "0", "--controls"] });
    const [, origin = ""] = await simulator.printed(/Simulator listening on (\S+)\n/);
    const id = (await simulator.printed(/Base URL: \S+\/talkover\n.+\n {2}Campaigns: ([^,\n]+)/))[1] ?? "";
    await fetch(`${origin}/_faults`, { method: "POST", body: JSON.stringify({ fault, times: 1 }) });
    // Node's own fetch lets a gzip stream that breaks off pass as text; as JSON it never does.
    const ask = async (): Promise<unknown> => (await fetch(`${origin}/talkover/api/v1/campaigns/${id}`, { headers: { Authorization: "Bearer talq_demo" } })).json();
    await expect(ask()).rejects.toThrow();
    expect(await ask()).toMatchObject({ success: true });
  });
});
