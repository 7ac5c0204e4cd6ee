import { expect, test } from "vitest";
import { isAllowedHost } from "./allowed-host.ts";
import { joinHost } from "./join-host.ts";
import { readMessage } from "./messages.ts";

const origin = "https://crm.example";

/** A framed page that says hello, and hears what a test sends it. */
function framed() {
  const said: { message: { id: string }; origin: string }[] = [];
  const parent = { postMessage: (message: unknown, to: string) => void said.push({ message: message as { id: string }, origin: to }) };
  const listeners = new Set<(event: MessageEvent) => void>();
  const ports: MessagePort[] = [];
  joinHost(
    {
      parent,
      crypto: globalThis.crypto,
      addEventListener: (_: string, listener: unknown) => void listeners.add(listener as (event: MessageEvent) => void),
      removeEventListener: (_: string, listener: unknown) => void listeners.delete(listener as (event: MessageEvent) => void),
    },
    origin,
    (port) => ports.push(port),
  );
  const id = said[0]?.message.id ?? "";
  const hear = (event: Partial<Record<"source" | "origin" | "data" | "ports", unknown>>): void => {
    const whole = { source: parent, origin, data: { callboard: 1, kind: "port", id }, ports: [new MessageChannel().port2], ...event };
    for (const listener of listeners) listener(whole as unknown as MessageEvent);
  };
  return { said, id, hear, ports, listeners };
}

test("[threat: postMessage spoofing] the frame says hello to one origin, never to any", () => {
  const { said, id } = framed();
  expect(said.map((each) => each.origin)).toEqual([origin]);
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(framed().id).not.toBe(id);
});

test("[threat: postMessage spoofing] only the page around it, from its own origin, answering this hello, is heard", () => {
  const { hear, ports, id } = framed();
  hear({ origin: "https://evil.example" });
  hear({ origin: "null" });
  hear({ source: {} });
  hear({ source: null });
  for (const data of [undefined, null, "port", [], { callboard: 1, kind: "port" }, { callboard: 1, kind: "port", id: "0".repeat(32) }, { callboard: 2, kind: "port", id }, { kind: "port", id }]) hear({ data });
  hear({ ports: [] });
  hear({ ports: [new MessageChannel().port2, new MessageChannel().port2] });
  expect(ports).toHaveLength(0);
  hear({});
  expect(ports).toHaveLength(1);
});

test("[threat: postMessage spoofing] a second port, and the first message played again, are left alone", () => {
  const { hear, ports, listeners } = framed();
  hear({});
  hear({});
  expect([ports.length, listeners.size]).toEqual([1, 0]);
});

test("[threat: postMessage spoofing] what comes through the port is taken as far as it is well formed", () => {
  for (const data of [undefined, null, 7, "token", {}, { kind: "token" }, { kind: "token", token: 1 }, { kind: "token", token: "x".repeat(9_000) }, { kind: "no-token", reason: "because" }, { kind: "state" }]) {
    expect(readMessage(data)).toBeUndefined();
  }
  expect(readMessage({ kind: "state", theme: "pink", contact: 7, visible: 0, hasTokens: "yes" })).toEqual({ kind: "state", theme: "system", contact: null, visible: true, hasTokens: false });
  expect(readMessage({ kind: "token", token: "t", expiresInSeconds: Number.NaN })).toEqual({ kind: "token", token: "t" });
});

test("a host is one of the origins that may frame the page, or below one", () => {
  const allowed = ["https://crm.example", "https://*.force.example", "http://localhost:8080"];
  for (const host of ["https://crm.example", "https://a.force.example", "https://a.b.force.example", "http://localhost:8080"]) expect([host, isAllowedHost(host, allowed)]).toEqual([host, true]);
  for (const host of ["http://crm.example", "https://crm.example:8443", "https://crm.example/", "https://force.example", "https://evilforce.example", "https://force.example.evil.example", "http://localhost", "null", "", "*"]) {
    expect([host, isAllowedHost(host, allowed)]).toEqual([host, false]);
  }
  expect(isAllowedHost("https://crm.example", [])).toBe(false);
});
