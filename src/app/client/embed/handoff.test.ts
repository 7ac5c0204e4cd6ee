import { expect, test } from "vitest";
import { createHandoffDesk, handoffIn, type HandoffRefusal } from "./handoff.ts";

type Asked = { path: string; body: unknown; authorization: string | null };

/** A desk whose service answers as the test says, and what the keeper was told. */
function desk(answers: (Response | Error)[], { code = "c0de", refused }: { code?: string | undefined; refused?: HandoffRefusal } = {}) {
  const asked: Asked[] = [];
  const told: string[] = [];
  const made = createHandoffDesk({
    async send(path, init) {
      asked.push({ path, body: init.body, authorization: new Headers(init.headers).get("authorization") });
      const answer = answers.shift();
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error("Nothing more is answered");
      return answer;
    },
    code: code === "" ? undefined : code,
    refused,
    keeper: () => ({ given: (token, milliseconds) => void told.push(`${token} for ${milliseconds}`), refused: (reason) => void told.push(reason) }),
  });
  const ask = async (): Promise<void> => {
    made.ask();
    await new Promise((later) => setTimeout(later, 0));
  };
  return { made, ask, asked, told };
}

const handed = (token: string): Response => Response.json({ token, expiresInSeconds: 900 });
const problem = (status: number): Response => new Response("{}", { status, headers: { "content-type": "application/problem+json" } });

test("the address tells a frame that was handed over, and why it was not", () => {
  expect(handoffIn(new URLSearchParams("theme=dark"))).toBeUndefined();
  expect(handoffIn(new URLSearchParams("via=handoff"))).toEqual({ refused: undefined });
  expect(handoffIn(new URLSearchParams("via=handoff&refused=unavailable"))).toEqual({ refused: "unavailable" });
  expect(handoffIn(new URLSearchParams("via=handoff&refused=toString"))).toEqual({ refused: undefined });
});

test("the code is traded once, and each token for the next", async () => {
  const { ask, asked, told } = desk([handed("one"), handed("two"), handed("three")]);
  for (let times = 0; times < 3; times += 1) await ask();
  expect(told).toEqual(["one for 900000", "two for 900000", "three for 900000"]);
  expect(asked).toEqual([
    { path: "/api/v1/handoff", body: '{"code":"c0de"}', authorization: null },
    { path: "/api/v1/handoff/renewal", body: undefined, authorization: "Bearer one" },
    { path: "/api/v1/handoff/renewal", body: undefined, authorization: "Bearer two" },
  ]);
});

test("[fault: viewer's token refused] a session that is over is over: nothing more is asked", async () => {
  const { made, ask, asked, told } = desk([handed("one"), problem(401)]);
  for (let times = 0; times < 5; times += 1) await ask();
  expect(told).toEqual(["one for 900000", "denied", "denied", "denied", "denied"]);
  expect(asked).toHaveLength(2);
  expect(made.refused()).toBe("ended");
  const late = desk([problem(401)]);
  await late.ask();
  expect(late.made.refused()).toBe("over");
});

test("an outage, a proxy's refusal, too many at once, or an answer that is none: it is tried again with what is held", async () => {
  const { made, ask, asked, told } = desk([new Error("gone"), problem(429), handed("one"), new Response("<html>", { status: 401 }), problem(503), Response.json({ token: 1 }), new Response("<html>"), handed("two")]);
  for (let times = 0; times < 8; times += 1) await ask();
  expect(told).toEqual(["failed", "failed", "one for 900000", "failed", "failed", "failed", "failed", "two for 900000"]);
  expect(asked.slice(2, 4).map(({ path }) => path)).toEqual(["/api/v1/handoff", "/api/v1/handoff/renewal"]);
  expect(made.refused()).toBeUndefined();
});

test("where the handoff itself was refused, or the frame was loaded again by itself, nothing is asked at all", async () => {
  for (const [options, refused] of [[{ refused: "refused" }, "refused"], [{ code: "" }, "over"]] as const) {
    const { made, ask, asked, told } = desk([], options);
    await ask();
    expect([asked, told, made.refused()]).toEqual([[], ["denied"], refused]);
  }
});
