import { expect, test } from "vitest";
import { createLog } from "./log.ts";
import { scrubbed } from "./scrub.ts";

/** The lines written at a level. */
function written(level: Parameters<typeof createLog>[0], write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog(level, { write: (line) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const jane = '{"name":"Jane","to":"+14155550199"}';

/** What V8 itself says of a body it cannot parse: it quotes it. */
function parseError(): unknown {
  try {
    return JSON.parse(`${jane}}`);
  } catch (error) {
    return error;
  }
}

test.each<[string, unknown]>([
  ["a body that is no JSON", parseError()],
  ["a body in quotes of its own", new Error(`read "${jane}" and 'Jane'`)],
  ["a number", new TypeError("No such call: +1 (415) 555-0199")],
  ["an address", new Error("Failed to parse URL from https://jane:talq_0199@platform.example/x?token=1")],
  ["a token", new Error("bad token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJKYW5lIn0.abc_0199-Jane")],
  ["a second line", new Error("failed\nfor Jane at +14155550199")],
  ["a cause and fields", Object.assign(new Error("failed", { cause: new Error("Jane") }), { body: jane, code: "Jane 0199" })],
  ["a name", Object.assign(new Error("failed"), { name: "Jane 0199" })],
  ["no error at all", jane],
])("[threat: log and telemetry leaks] an error that repeats %s says nothing of it in the log", (_, error) => {
  const [line] = written("info", (log) => log.failed("answer", error));
  expect(line).toMatchObject({ level: "error", event: "failed", place: "answer" });
  expect(JSON.stringify(line)).not.toMatch(/jane|0199|talq|eyJ/i);
});

test("an error's own words, code and place are kept", () => {
  const [line] = written("info", (log) => log.failed("engine", Object.assign(new RangeError("Out of memory in row 12"), { code: "ERR_OUT" })));
  expect(line).toMatchObject({ error: "RangeError", code: "ERR_OUT", message: "Out of memory in row 12", at: expect.stringMatching(/^log\.test\.ts:\d+:\d+$/) });
  expect(scrubbed("can't read it")).toBe("can't read it");
});

test("[threat: log and telemetry leaks] a value of another form than its key's is not written", () => {
  const [line] = written("debug", (log) => log.answered({ requestId: "Jane", route: "/calls?q=Jane", method: "GET", status: 200, milliseconds: 1, viewer: "+14155550199" }));
  expect(line).toMatchObject({ requestId: "…", route: "…", viewer: "…", method: "GET", status: 200 });
});

test("requests are written at debug alone, and nothing when silent", () => {
  const all = (log: ReturnType<typeof createLog>): void => {
    log.answered({ requestId: crypto.randomUUID(), route: "/healthz", method: "GET", status: 200, milliseconds: 1 });
    log.access("refused", { requestId: crypto.randomUUID(), route: "/api/*" });
    log.upstream("acme", "timeout", "ok");
    log.upstream("acme", "ok", "timeout");
    log.failed("process", new Error("x"));
  };
  const events = (level: Parameters<typeof createLog>[0]): unknown[] => written(level, all).map(({ level: at, event }) => `${String(at)} ${String(event)}`);
  expect(events("debug")).toEqual(["debug answered", "info refused", "warn upstream", "info upstream", "error failed"]);
  expect(events("info")).toEqual(events("debug").slice(1));
  expect(events("warn")).toEqual(["warn upstream", "error failed"]);
  expect(events("silent")).toEqual([]);
});
