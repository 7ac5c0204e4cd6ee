import { expect, test } from "vitest";
import { wordAccess } from "./access-words.ts";
import { wordContact } from "./contact-words.ts";
import { flagOf } from "./files-flag.ts";

test("why a frame shows nothing is said for each host, and for each who can mend it", () => {
  const hosts = ["alone", "strange", "waiting", "silent", "joined"] as const;
  const said = hosts.map((host) => wordAccess("absent", host).cause);
  expect(new Set(said).size).toBe(4);
  expect(wordAccess("ended", "joined").next).toContain("Load this page again");
  for (const host of hosts) expect(wordAccess("stopped", host).cause).toBe("Your sign-in is over");
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
