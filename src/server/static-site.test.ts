import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeClient } from "./testing/client-directory.ts";
import { type Nginx, startNginx } from "./testing/nginx.ts";

/* The static site behind the real nginx, with the configuration that docs/deployment.md gives. */
const directory = mkdtempSync(join(tmpdir(), "callboard-static-"));
const [, section = ""] = readFileSync("docs/deployment.md", "utf8").split("\n## Static site\n");
const [, written = ""] = /```nginx\n([^]*?)```/.exec(section) ?? [];
let nginx: Nginx;
beforeAll(async () => {
  writeClient(directory);
  nginx = await startNginx((port) => `types { text/html html; text/javascript js; } server { listen 127.0.0.1:${port}; ${written.replaceAll("/srv/callboard", directory)} }`);
});
afterAll(async () => {
  await nginx.stop();
  rmSync(directory, { recursive: true });
});

const headersOf = async (path: string): Promise<Headers> => {
  const answer = await fetch(nginx.origin + path);
  expect(answer.status).toBe(200);
  return answer.headers;
};

test("the page is sent with the policy that keeps it from frames and from scripts of others", async () => {
  const page = await headersOf("/");
  expect(page.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self';.*frame-ancestors 'none'; require-trusted-types-for 'script'/);
  expect([page.get("x-content-type-options"), page.get("referrer-policy"), page.get("cross-origin-opener-policy")]).toEqual(["nosniff", "no-referrer", "same-origin"]);
});

test("what is bundled is kept by browsers, and its worker has a policy of its own", async () => {
  const bundled = await headersOf("/assets/main-x1.js");
  expect(bundled.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(bundled.get("content-security-policy")).toBe("default-src 'none'; script-src 'self'; connect-src 'self' https:");
});

test("what the section says for other hosts of static files is the same", () => {
  const [, headers = ""] = /```\n(\/\*\n[^]*?)```/.exec(section) ?? [];
  const [page = "", assets = ""] = headers.split("/assets/*");
  const policyOf = (text: string): string | undefined => /Content-Security-Policy:? "?([^"\n]+)/.exec(text)?.[1];
  expect(policyOf(page)).toBe(policyOf(written));
  expect(assets).toContain("max-age=31536000, immutable");
});
