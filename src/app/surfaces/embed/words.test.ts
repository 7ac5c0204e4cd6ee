import { expect, test } from "vitest";
import { wordAccess } from "./access-words.ts";
import { wordContact } from "./contact-words.ts";
import { flagOf } from "./files-flag.ts";

test("why a frame shows nothing is said for each host, and for each who can mend it", () => {
  const hosts = ["alone", "strange", "waiting", "silent", "joined"] as const;
  const said = hosts.map((host) => wordAccess("absent", { host, refused: undefined }).cause);
  expect(new Set(said).size).toBe(4);
  expect(wordAccess("ended", { host: "joined", refused: undefined }).next).toContain("Load this page again");
  for (const host of hosts) expect(wordAccess("stopped", { host, refused: undefined }).cause).toBe("Your sign-in is over");
});

test("who was let in by a host's signature is told what to do when that is over, and whom to ask when it never counted", () => {
  const said = (["over", "ended", "refused", "unavailable"] as const).map((refused) => wordAccess("ended", { host: "signed", refused }));
  expect(said.map(({ cause }) => cause)).toEqual(["Reload this record", "Reload this record", "You have no access to this campaign", "Callboard could not find out who is looking"]);
  // Nothing was read by who was never let in.
  expect(said.map(({ next }) => next.includes("what was read is no longer here"))).toEqual([false, true, false, false]);
  for (const { next } of said.slice(2)) expect(next).toMatch(/ask whoever runs Callboard\.$/i);
});

test("a contact that cannot be shown is not passed over in silence", () => {
  expect(wordContact({ key: "untold", refused: "no-numbers" }, "Callers.ai")).toContain("Callers.ai does not report telephone numbers");
  expect(wordContact({ key: undefined, refused: "address" }, "Talkover")).toContain("is not used");
  expect(wordContact({ key: "own", refused: undefined }, "Talkover")).toBeUndefined();
});

test("files that need a person are counted, the failed first", () => {
  const file = (kind: "failed" | "processed", stuckSince?: number) =>
    ({ state: { kind, word: kind }, stuckSince }) as unknown as Parameters<typeof flagOf>[0][number];
  expect(flagOf([file("processed")])).toBeUndefined();
  expect(flagOf([file("processed", 1), file("processed", 2)])).toEqual({ words: "2 stuck", failed: false });
  expect(flagOf([file("failed"), file("processed", 1)])).toEqual({ words: "1 failed", failed: true });
});
