import type { EnginePort } from "#service/engine/port.ts";
import { createFront } from "#service/front/front.ts";
import { expect, test } from "vitest";
import { methodOf, routeOf, routeTemplates } from "./routes.ts";

test("every route of the service has a template", () => {
  const front = createFront({ host: { kind: "node", version: "test" }, connections: [], clock: Date }, {} as EnginePort);
  const paths = [...new Set(front.routes.map(({ path }) => path))].filter((path) => !path.includes("*"));
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !routeTemplates.some((template) => template === path))).toEqual([]);
});

test.each([
  ["/api/v1/connections?x=1", "/api/v1/connections"],
  ["/api/v1/connections/acme/campaigns/c1/calls.csv?q=0199", "/api/v1/connections/:connection/campaigns/:id/calls.csv"],
  ["/api/v1/connections/acme/campaigns/c1/callsXcsv", "/api/*"],
  ["/api/v1/connections/acme/campaigns/c1/calls/x%2fy/attempts", "/api/v1/connections/:connection/campaigns/:id/calls/:callId/attempts"],
  ["/api/v1/tokens/crm-1", "/api/v1/tokens/:id"],
  ["/api/v2/anything", "/api/*"],
  ["/assets/main-1.js", "/assets/*"],
  ["/embed/acme/c1", "/embed/*"],
  ["/c/acme/c1", "/*"],
  ["/", "/*"],
  ["", "other"],
  ["*", "other"],
  ["http://elsewhere.example/api/v1/connections", "other"],
])("%j is counted as %s", (url, route) => {
  expect(routeOf(url, "/")).toBe(route);
});

test("what lies outside of the base path, and methods nobody needs, are one", () => {
  expect(routeOf("/api/v1/connections", "/callboard/")).toBe("other");
  expect(routeOf("/callboard/api/v1/connections?x", "/callboard/")).toBe("/api/v1/connections");
  expect(["GET", "PROPFIND", undefined].map(methodOf)).toEqual(["GET", "other", "other"]);
});
