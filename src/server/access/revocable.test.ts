import { expect, test } from "vitest";
import { revocableId } from "./revocable.ts";
import { Signer } from "./signed.ts";

const id = "985f43bf-b7fe-4234-ad1d-f44720cd954c";
const grant = { campaigns: { "*": ["*"] }, surface: "page" as const, numbers: "full" as const, permissions: [] };

test("what was printed can be taken back in any of its forms", async () => {
  const signer = new Signer(["tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j"], Date.now);
  const token = await signer.sign("token", { id, label: "Ann", grant, expiresAt: Date.now() + 60_000 });
  expect([id, ` ${id}\n`, token, `https://callboard.example/sign-in#code=${token}&to=%2Fc`].map(revocableId)).toEqual([id, id, id, id]);
  expect(revocableId(`crm-2-${id}`)).toBe(`crm-2-${id}`);
  expect(revocableId(await signer.sign("token", { id: `handoff-${id}`, label: "Ann", grant, expiresAt: Date.now() + 60_000, via: "crm" }))).toBe(`handoff-${id}`);
});

test.each(["", "nonsense", id.slice(1), `${id}0`, "a.b.c", "https://callboard.example/sign-in"])("%s is none", (text) => {
  expect(revocableId(text)).toBeUndefined();
});
