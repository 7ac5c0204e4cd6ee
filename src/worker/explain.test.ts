import { expect, test } from "vitest";
import { explainUnreachable, unreachableInBrowser } from "./explain.ts";
import { operator } from "#service/access/viewer.ts";

const problem = (code: string) =>
  Response.json({ code, detail: "Talkover could not be reached", status: 502 }, { status: 502, headers: { "content-type": "application/problem+json", "callboard-now": "5" } });

const answerTo = (response: Response) => explainUnreachable({ fetch: async () => response }).fetch(new Request("https://page.example/x"), operator);

test("a platform that cannot be read from a browser is explained, and nothing else of the answer changes", async () => {
  const answer = await answerTo(problem("unreachable"));
  expect([answer.status, answer.headers.get("callboard-now")]).toEqual([502, "5"]);
  expect(await answer.json()).toMatchObject({ code: "unreachable", status: 502, detail: unreachableInBrowser });
});

test("other problems and good answers pass untouched", async () => {
  for (const response of [problem("credential_refused"), Response.json({ code: "unreachable" })]) {
    expect(await answerTo(response)).toBe(response);
  }
});
