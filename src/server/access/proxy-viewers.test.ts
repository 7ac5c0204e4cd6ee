import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { proxyViewers } from "./proxy-viewers.ts";

const secret = "tV9s+Qk2mZx7Lw4eRb1yUc8oPd3fGh6j";
const all = { campaigns: { "*": ["*"] }, permissions: [] };
const viewers = proxyViewers({
  secret,
  secretHeader: "Callboard-Proxy-Secret",
  userHeader: "X-Forwarded-User",
  groupsHeader: "X-Forwarded-Groups",
  grants: [
    { ...all, users: ["ann"], groups: [], numbers: "full", permissions: ["export"] },
    { ...all, users: ["jürgen"], groups: ["büro"], numbers: "full" },
    { ...all, users: [], groups: ["sales"], campaigns: { acme: ["spring-*"] }, numbers: "masked" },
  ],
  trustedProxies: ["10.0.0.0/8"],
});

/** A request as Node hands it over; a header that came twice is a list. */
function from(address: string, headers: Record<string, string | string[]>): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, "remoteAddress", { value: address });
  const incoming = new IncomingMessage(socket);
  const distinct = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value].flat()] as const);
  incoming.headersDistinct = Object.fromEntries(distinct);
  return incoming;
}

const good = { "Callboard-Proxy-Secret": secret, "X-Forwarded-User": "bob", "X-Forwarded-Groups": "support, sales" };

test("a user has what the first grant that fits gives", async () => {
  const ann = await viewers.of(from("10.1.2.3", { ...good, "X-Forwarded-User": "ann" }));
  expect(ann).toMatchObject({ label: "ann", numbers: "full", permissions: new Set(["export"]) });
  const bob = viewers.atHand(from("::ffff:10.1.2.3", good));
  expect(bob).toMatchObject({ label: "bob", numbers: "masked" });
  expect([bob?.mayRead("acme", "spring-1"), bob?.mayRead("acme", "autumn-1"), bob?.mayRead("other", "spring-1")]).toEqual([true, false, false]);
});

/** As Node reads the bytes of a header. */
const bytesOf = (text: string, encoding: BufferEncoding): string => Buffer.from(text, encoding).toString("latin1");

test.each<[string, string, string, string]>([
  ["in UTF-8", bytesOf("jürgen", "utf8"), "", "jürgen"],
  ["in Latin-1", bytesOf("jürgen", "latin1"), "", "jürgen"],
  ["whose group is in UTF-8", "karl", bytesOf("büro", "utf8"), "karl"],
  ["whose group is in Latin-1", bytesOf("東京", "utf8"), bytesOf("büro", "latin1"), "東京"],
])("a user %s is who they are", async (_, user, groups, label) => {
  const viewer = await viewers.of(from("10.1.2.3", { ...good, "X-Forwarded-User": user, "X-Forwarded-Groups": groups }));
  expect(viewer).toMatchObject({ label, key: `user ${label}`, numbers: "full" });
});

test.each<[string, string, Record<string, string | string[]>]>([
  ["another address", "192.168.0.1", good],
  ["another secret", "10.1.2.3", { ...good, "Callboard-Proxy-Secret": `${secret}x` }],
  ["no secret", "10.1.2.3", { "X-Forwarded-User": "ann" }],
  ["no user", "10.1.2.3", { ...good, "X-Forwarded-User": "" }],
  ["two users", "10.1.2.3", { ...good, "X-Forwarded-User": ["bob", "ann"] }],
  ["groups twice", "10.1.2.3", { ...good, "X-Forwarded-Groups": ["support", "sales"] }],
  ["a user in no group of a grant", "10.1.2.3", { ...good, "X-Forwarded-Groups": "salesmen,," }],
  ["the name of everybody", "10.1.2.3", { ...good, "X-Forwarded-User": "*", "X-Forwarded-Groups": "" }],
])("[threat: viewer token forgery and escalation] %s names nobody", async (_, address, headers) => {
  expect(await viewers.of(from(address, headers))).toBeUndefined();
});

test("whom the proxy names and no grant fits is told from whom nobody names", () => {
  const stranger = { ...good, "X-Forwarded-User": bytesOf("jürgen2", "utf8"), "X-Forwarded-Groups": "" };
  const ungranted = (address: string, headers: Record<string, string | string[]>) => viewers.ungranted?.(from(address, headers));
  expect(ungranted("10.1.2.3", stranger)).toBe("jürgen2");
  const others = [
    ungranted("10.1.2.3", good),
    ungranted("192.168.0.1", stranger),
    ungranted("10.1.2.3", { ...stranger, "Callboard-Proxy-Secret": "x" }),
    ungranted("10.1.2.3", { ...stranger, "X-Forwarded-User": "" }),
  ];
  expect(others).toEqual([undefined, undefined, undefined, undefined]);
});
