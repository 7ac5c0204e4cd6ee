import { expect, test } from "vitest";
import { sealWith } from "./seal.ts";

const seal = sealWith("tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j");

test("what is sealed is read by who has the secret, beside the id it was written for, and by nobody else", () => {
  const sealed = seal.close("+1 415 555 0134", "t1");
  expect(seal.open(sealed, "t1")).toBe("+1 415 555 0134");
  expect(sealed).not.toBe(seal.close("+1 415 555 0134", "t1"));
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("0134");
  expect(seal.open(sealed, "t2")).toBeUndefined();
  expect(sealWith("aQ1wSe4rFt7yGu0iKo3pLz6xMc9vNb2d").open(sealed, "t1")).toBeUndefined();
  const bytes = Buffer.from(sealed, "base64url");
  for (const place of [0, 14, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
    expect(seal.open(changed.toString("base64url"), "t1")).toBeUndefined();
  }
  expect(["", "x", "AAAA"].map((text) => seal.open(text, "t1"))).toEqual([undefined, undefined, undefined]);
});
