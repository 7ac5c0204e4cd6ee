import { expect, test } from "vitest";
import type { Alert } from "#campaign/alerts.ts";
import { createAlertSetting } from "./alert-setting.ts";
import { createAlertTeller } from "./alert-teller.ts";

const stalled: Alert = { kind: "stalled", key: "stalled", since: 0, quiet: false };
const failed: Alert = { kind: "file_failed", file: "a", key: "file_failed a", since: undefined, quiet: false };

function start() {
  const told: string[] = [];
  const toOthers: string[] = [];
  const teller = createAlertTeller({ tell: ({ key }) => told.push(key), tellOthers: (keys) => toOthers.push(...keys) });
  return { teller, told, toOthers };
}

test("what is there when watching begins is not told; what begins afterwards is, once until it ended", () => {
  const { teller, told, toOthers } = start();
  teller.see([failed], true);
  teller.see([failed, stalled], true);
  teller.see([failed, stalled], true);
  expect(told).toEqual(["stalled"]);
  expect(toOthers).toEqual(["stalled"]);
  teller.see([failed], true);
  teller.see([failed, stalled], true);
  expect(told).toEqual(["stalled", "stalled"]);
});

test("what begins while somebody looks is seen: neither this tab nor another tells it", () => {
  const { teller, told, toOthers } = start();
  teller.see([], false);
  teller.see([stalled], false);
  teller.see([stalled], true);
  expect(told).toEqual([]);
  expect(toOthers).toEqual(["stalled"]);
});

test("what another tab told is not told again; when it comes anew it is", () => {
  const { teller, told } = start();
  teller.see([], true);
  teller.toldElsewhere(["stalled"]);
  teller.see([stalled], true);
  expect(told).toEqual([]);
  teller.see([], true);
  teller.see([stalled], true);
  expect(told).toEqual(["stalled"]);
});

test("what began in closed hours is told once they open", () => {
  const { teller, told } = start();
  teller.see([], true);
  teller.see([{ ...failed, quiet: true }], true);
  expect(told).toEqual([]);
  teller.see([failed], true);
  expect(told).toEqual(["file_failed a"]);
});

test("the setting is kept in the browser, and for the tab alone where storage is denied", () => {
  let kept: string | null = null;
  const setting = createAlertSetting({ read: () => kept, write: (text) => (kept = text) });
  expect(setting.isOn()).toBe(false);
  setting.set(true);
  expect(kept).toBe("on");
  kept = "off";
  setting.reread();
  expect(setting.isOn()).toBe(false);

  const deny = () => {
    throw new Error("denied");
  };
  const denied = createAlertSetting({ read: deny, write: deny });
  denied.set(true);
  denied.reread();
  expect(denied.isOn()).toBe(true);
});
