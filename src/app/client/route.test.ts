import fc from "fast-check";
import { expect, test } from "vitest";
import { pathOf, type Route, routeAt } from "./route.ts";

const names = fc.string({ unit: "binary", minLength: 1 });

test("a campaign's route comes back from its path, whatever its ids hold", () => {
  fc.assert(
    fc.property(names, names, (connection, campaign) => {
      const route: Route = { kind: "campaign", connection, campaign };
      const path = pathOf(route);
      expect(path).toMatch(/^\/c\/[^/?#]+\/[^/?#]+$/);
      expect(routeAt(path)).toEqual(route);
    }),
  );
});

test("a campaign in a frame has a route of its own", () => {
  const route: Route = { kind: "embed", connection: "acme", campaign: "a/b" };
  expect(pathOf(route)).toBe("/embed/acme/a%2Fb");
  expect(routeAt("/embed/acme/a%2Fb")).toEqual(route);
});

test("half a surrogate pair does not stop a link from being made", () => {
  expect(pathOf({ kind: "campaign", connection: "acme", campaign: "a\ud800" })).toBe("/c/acme/a%EF%BF%BD");
});

test.each(["", "/"])("%j is home", (path) => expect(routeAt(path)).toEqual({ kind: "home" }));

test("a slash at the end makes no difference", () => {
  expect(routeAt("/c/acme/one/")).toEqual({ kind: "campaign", connection: "acme", campaign: "one" });
});

test.each(["/wall", "/wall/", "/wall/acme/one", "/wall/acme/a%2Fb"])("%s is a wall's, which keeps its path and query as they stand", (path) => {
  const route: Route = { kind: "wall", path, query: "every=30s" };
  expect(routeAt(path, "every=30s")).toEqual(route);
  expect(pathOf(route)).toBe(path);
});

test.each(["/c", "/walls", "/c/acme", "/c//one", "/c/acme/one/two", "/c/acme/%E0%A4%A", "/about", "x"])("%s is unknown", (path) => {
  expect(routeAt(path)).toEqual({ kind: "unknown", path });
});
