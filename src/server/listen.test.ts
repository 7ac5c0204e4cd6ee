import { Agent, get, type IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { listen } from "./listen.ts";

test("an idle connection outlasts the wait between two polls, and the 60 s that proxies keep theirs", async () => {
  const { origin, drain } = await listen((_incoming, outgoing) => outgoing.end("ok"), { host: "127.0.0.1", port: 0 });
  const agent = new Agent({ keepAlive: true });
  const { headers } = await new Promise<IncomingMessage>((resolve, reject) => {
    get(origin, { agent }, (answer) => resolve(answer.resume())).on("error", reject);
  });
  const [, seconds] = /timeout=(\d+)/.exec(String(headers["keep-alive"])) ?? [];
  expect(Number(seconds)).toBeGreaterThan(60);
  await drain(1_000);
  agent.destroy();
});
