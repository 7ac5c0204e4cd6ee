/**
 * Which room may import which, as an allow-list: what no rule allows is an
 * error, so a new folder fails until it is listed here (see CONTRIBUTING.md).
 */
const test = String.raw`(?:\.test\.tsx?$|/testing/)`;
/** The files of a folder; with `/*`, those directly in it.
 * @param {string} folder */
const inside = (folder) => (folder.endsWith("/*") ? `^src/${folder.slice(0, -2)}/[^/]+$` : `^src/${folder}(?:/|$)`);
/** @param {string} folder */
const from = (folder) => ({ path: inside(folder), pathNot: test });
/** @param {string[]} names */
const packages = (names) => names.map((name) => `^node_modules/(?:@types/)?${name}/`);

/** @type {import("dependency-cruiser").DependencyType[]} */
const typesOnly = ["type-only"];
/** @type {import("dependency-cruiser").DependencyType[]} */
const partOfNode = ["core"];

/**
 * A room imports itself, the rooms and packages given, and no more.
 * @param {string} folder
 * @param {{ rooms?: string[], types?: string[], npm?: string[], node?: boolean }} [may]
 *   `types`: rooms whose types it may import, never their values.
 * @returns {import("dependency-cruiser").IAllowedRuleType[]}
 */
const room = (folder, { rooms = [], types = [], npm = [], node = false } = {}) => [
  { from: from(folder), to: { path: [folder, ...rooms].map(inside), pathNot: test } },
  ...(types.length > 0 ? [{ from: from(folder), to: { path: types.map(inside), pathNot: test, dependencyTypes: typesOnly } }] : []),
  ...(npm.length > 0 ? [{ from: from(folder), to: { path: packages(npm) } }] : []),
  ...(node ? [{ from: from(folder), to: { dependencyTypes: partOfNode } }] : []),
];

const platforms = ["talkover", "dialnexa", "callers", "kore"];
const features = ["header", "progress", "files", "calls", "charts", "configuration", "activity", "alerts"];
const surfaces = ["access", "displays", "embed", "home", "page", "wall"];
const react = ["react", "react-dom"];
const query = ["@tanstack/react-query"];
const answers = ["campaign", "service/*", "service/access"];

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  allowed: [
    ...room("campaign", { npm: ["zod", "temporal-polyfill"] }),

    ...room("providers/*", { rooms: ["campaign", ...platforms.flatMap((name) => [`providers/${name}/provider.ts`, `providers/${name}/simulate.ts`])], npm: ["zod"] }),
    ...platforms.flatMap((name) => room(`providers/${name}`, { rooms: ["campaign", "providers/*"], npm: ["zod"] })),

    ...room("simulator", { rooms: ["campaign", "providers/*"], npm: ["hono", "jose", "zod"] }),

    ...room("service/*", { rooms: ["service/front", "service/access", "service/engine/*", "campaign", "providers/*"] }),
    ...room("service/access", { rooms: ["campaign"], npm: ["zod"] }),
    ...room("service/configuration", { rooms: ["campaign"], npm: ["zod"] }),
    ...room("service/front", { rooms: ["service/*", "service/access", "service/engine/*", "campaign", "providers/*"], npm: ["hono", "zod"] }),
    ...room("service/engine/*", { rooms: ["service/*", "service/access", "service/engine/calls", "service/engine/columns", "service/engine/history", "service/engine/rereading", "campaign", "providers/*"], npm: ["jose"] }),
    ...room("service/engine/history", { rooms: ["service/*", "service/engine/*", "campaign", "providers/*"] }),
    ...room("service/engine/calls", { rooms: ["service/*", "service/access", "service/engine/columns", "campaign"] }),
    ...room("service/engine/columns", { rooms: ["campaign"] }),
    ...room("service/engine/rereading", { rooms: ["service/engine/columns", "providers/*", "campaign"] }),

    ...room("server/*", { rooms: ["server/access", "server/handoff", "server/operations", "server/cli", "server/configuration", "server/engines", "service/*", "service/access", "service/front", "simulator", "providers/*", "campaign"], npm: ["hono", "@hono/node-server", "undici"], node: true }),
    ...room("server/cli", { rooms: ["server/*", "server/access", "server/displays", "server/operations", "server/store", "server/watch", "server/configuration", "server/engines", "service/*", "service/access", "service/front", "simulator", "providers/*"], npm: ["@hono/node-server", "zod"], node: true }),
    ...room("server/engines", { rooms: ["server/*", "server/configuration", "service/*", "service/engine/*"], node: true }),
    ...room("server/access", { rooms: ["server/configuration", "server/displays", "server/handoff", "server/store", "service/*", "service/access", "service/configuration", "service/front"], npm: ["hono", "jose", "zod"], node: true }),
    ...room("server/displays", { rooms: ["server/access", "server/configuration", "server/operations", "server/store", "service/*", "service/access", "service/configuration", "service/front"], npm: ["hono", "zod"], node: true }),
    ...room("server/handoff", { rooms: ["server/access", "server/configuration", "server/operations", "server/store", "service/*", "service/access", "service/configuration", "service/front"], npm: ["hono", "@hono/node-server", "jose", "zod"], node: true }),
    ...room("server/operations", { rooms: ["server/access", "server/configuration", "service/front", "service/keep-newest.ts"], types: ["server/engines", "service/*", "service/engine/*"], npm: ["@hono/node-server", "hono", "pino", "prom-client"], node: true }),
    ...room("server/homes", { rooms: ["server/store"], types: ["server/configuration"], node: true }),
    ...room("server/watch", { rooms: ["server/*", "server/configuration", "server/homes", "server/store", "service/*", "service/access", "campaign"], npm: ["zod"], node: true }),
    ...room("server/store", { types: ["server/configuration"], npm: ["kysely", "libsql", "pg"], node: true }),
    ...room("server/configuration", { rooms: ["service/configuration", "service/access", "campaign"], types: ["service/*"], npm: ["zod"], node: true }),

    ...room("worker", { rooms: ["service/*", "service/access", "service/configuration", "service/front/problems.ts", "simulator", "providers/*", "campaign"], npm: ["zod"] }),

    // The version stands in package.json alone.
    { from: { path: "^src/(?:server/version|worker/entry)\\.ts$" }, to: { path: "^package\\.json$" } },

    // It is loaded into pages of others: it brings nothing along.
    ...room("embed"),

    ...room("app/ui", { npm: [...react, "libphonenumber-js"] }),

    ...room("app/client", { types: [...answers, "embed"], npm: [...react, ...query] }),
    // By value only the words of the contract: header names, sorts; and the rules of alerts, which hosts go by too.
    { from: from("app/client"), to: { path: "^src/(?:service/api|campaign/alerts)\\.ts$" } },
    { from: from("app/client"), to: { path: "^src/worker/door\\.ts$" } },

    // What several features say in the same words.
    ...room("app/words", { rooms: ["app/ui"], types: answers }),

    ...features.flatMap((name) => room(`app/features/${name}`, { rooms: ["app/client", "app/words", "app/ui"], types: answers, npm: [...react, ...query] })),
    { from: from("app/features/charts"), to: { path: packages(["recharts"]) } },

    ...["*", ...surfaces].flatMap((name) =>
      room(`app/surfaces/${name}`, { rooms: ["app/surfaces", "app/client", "app/features", "app/ui"], types: answers, npm: [...react, ...query] }),
    ),

    // The entry puts the surfaces on the screen.
    ...room("app/*", { rooms: ["app/client", "app/ui", "app/surfaces"], npm: [...react, ...query] }),

    // Tests find what they need installed as the scripts do, which import what they like.
    { from: { path: "^scripts/" }, to: {} },

    // Tests, and what only they use, may reach anything but another test.
    { from: { path: test }, to: { pathNot: String.raw`\.test\.tsx?$` } },
  ],
  allowedSeverity: "error",
  options: {
    doNotFollow: { path: "node_modules" },
    // "specify" tells a type-only import from one that is there at run time.
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.app.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".css", ".json", ".mjs", ".js"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
    },
  },
};
