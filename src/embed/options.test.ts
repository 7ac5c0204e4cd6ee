import { expect, test } from "vitest";
import { addressOf, checkOptions, limitsOf } from "./options.ts";

const from = { script: "https://callboard.example/tools/embed.js", page: "https://crm.example/record/1", origin: "https://crm.example" };
const named = { connection: "acme", campaign: "a/b?c" };

test("the frame's address names the page that embeds, and nothing of anybody", () => {
  expect(addressOf({ ...named, contact: "+14155550134", getToken: () => "secret" }, from).href).toBe("https://callboard.example/tools/embed/acme/a%2Fb%3Fc?host=https%3A%2F%2Fcrm.example");
  expect(addressOf({ ...named, base: "https://other.example/x/", theme: "dark" }, from).href).toBe("https://other.example/x/embed/acme/a%2Fb%3Fc?host=https%3A%2F%2Fcrm.example&theme=dark");
  expect(addressOf({ ...named, base: "https://files.example/callboard/#/" }, from).href).toBe("https://files.example/callboard/#/embed/acme/a%2Fb%3Fc?host=https%3A%2F%2Fcrm.example");
});

test("a mistake is one sentence that names the option", () => {
  expect(() => addressOf({ connection: "", campaign: "c1" }, from)).toThrow("connection and campaign must be named");
  expect(() => addressOf(named, { ...from, script: undefined })).toThrow("base must be the address of Callboard");
  for (const height of [0, -1, Number.NaN, 50_000, { min: 500, max: 400 }]) expect(() => limitsOf(height)).toThrow("height must be from 100");
});

test.each([
  ["theme", "blue"],
  ["contact", 14155550134],
  ["visible", "yes"],
  ["getToken", "https://crm.example/token"],
  ["onEvent", {}],
])("%s of another kind is refused by its name", (name, given) => {
  expect(() => checkOptions({ [name]: given })).toThrow(`Callboard: ${name} must be`);
  expect(() => checkOptions({ [name]: undefined })).not.toThrow();
});

test("one height is both limits; without one the frame follows its content", () => {
  expect([limitsOf(400), limitsOf({ min: 200, max: 600 }), limitsOf()]).toEqual([{ min: 400, max: 400 }, { min: 200, max: 600 }, { min: 320, max: 750 }]);
});
