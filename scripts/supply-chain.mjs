import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { run } from "./run.mjs";

/** What is installed to run Callboard, at most: each package is somebody else's code beside people's numbers. */
const mostPackages = 90;

/**
 * @typedef {{ integrity?: string | undefined, resolved?: string, link?: boolean, inBundle?: boolean, dev?: boolean, optional?: boolean, hasInstallScript?: boolean }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lockfile
 */

/** What is wrong with a lockfile: bytes nobody pinned, another source than the registry, code that runs on installing, too much of it.
 * @param {Lockfile} lockfile */
export function lockfileProblems({ packages }) {
  const all = Object.entries(packages).filter(([path]) => path !== "");
  const running = all.filter(([, { dev, optional }]) => dev !== true && optional !== true);
  return [
    ...(all.length === 0 ? ["package-lock.json lists no packages."] : []),
    ...all.filter(([, { integrity, inBundle, link }]) => (integrity === undefined && inBundle !== true) || link === true).map(([path]) => `${path} has no integrity: its bytes are not pinned.`),
    ...all.filter(([, { resolved }]) => resolved !== undefined && !resolved.startsWith("https://registry.npmjs.org/")).map(([path]) => `${path} does not come from the npm registry.`),
    ...running.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => `${path} runs code when it is installed.`),
    ...(running.length > mostPackages ? [`${running.length} packages are installed to run Callboard, ${mostPackages} at most.`] : []),
  ];
}

const Audit = z.object({ metadata: z.object({ vulnerabilities: z.object({ high: z.number(), critical: z.number() }) }) });

/**
 * What is known against the packages, where the registry can be asked; where not, that is said and nothing fails.
 * @param {{ code: number | null, output: string }} audit */
export function auditFindings({ code, output }) {
  const audit = Audit.safeParse(parsed(output));
  if (!audit.success) return { problems: [], seen: "the registry gave no audit" };
  const { high, critical } = audit.data.metadata.vulnerabilities;
  return { problems: code === 0 && high + critical === 0 ? [] : [`npm audit knows of ${high + critical} high or critical vulnerabilities.`], seen: "audited" };
}

/** @param {string} root */
export async function supplyChain(root) {
  /** @type {Lockfile} */
  const lockfile = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  const audit = auditFindings(await run("npm", ["audit", "--omit=dev", "--audit-level=high", "--json"]));
  return { problems: [...lockfileProblems(lockfile), ...audit.problems], seen: `${Object.keys(lockfile.packages).length - 1} packages, ${audit.seen}` };
}

/**
 * @param {string} text
 * @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text.slice(Math.max(0, text.indexOf("{"))));
  } catch {
    return undefined;
  }
}
