import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseAst } from "vite";
import { root } from "./run.mjs";

/*
 * What a browser loads before the page's header can be read: the entry, the
 * chunk of the page surface, and all that these import at once. Charts, table,
 * menus and the worker come after.
 */
const mostBytes = 100_000;
const assets = join(root, "dist/client/assets");

/** @param {string} file @returns {string[]} files that a chunk imports at once */
function staticImports(file) {
  const { body } = parseAst(readFileSync(join(assets, file), "utf8"));
  return body.flatMap((node) => {
    const isImport = node.type === "ImportDeclaration" || node.type === "ExportNamedDeclaration" || node.type === "ExportAllDeclaration";
    return isImport && node.source !== null ? [node.source.value.replace(/^\.\//, "")] : [];
  });
}

/** @param {string[]} files */
function withImports(files) {
  const all = new Set(files);
  for (const file of all) for (const imported of staticImports(file)) all.add(imported);
  return [...all];
}

const html = readFileSync(join(root, "dist/client/index.html"), "utf8");
const entries = [...html.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map((match) => match[1] ?? "");
const page = readdirSync(assets).filter((file) => /^page-[\w-]{8}\.js$/.test(file));
const files = withImports([...entries, ...page]);
const sizes = files.map((file) => ({ file, bytes: gzipSync(readFileSync(join(assets, file))).byteLength })).sort((a, b) => b.bytes - a.bytes);
const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
const withZod = files.filter((file) => readFileSync(join(assets, file), "utf8").includes("_zod"));

const problems = [
  ...(entries.length === 0 || page.length !== 1 ? ["The entry and the page's chunk were not found in dist/client: build first, and see surfaces/page.tsx."] : []),
  ...(total > mostBytes ? [`The header needs ${total} bytes of JavaScript (gzip), at most ${mostBytes}: load what comes after it with import().`] : []),
  ...withZod.map((file) => `${file} holds zod: import only types from campaign and service.`),
];
console.log(`${problems.length === 0 ? "✓" : "✗"} First load of the page's header: ${(total / 1000).toFixed(1)} kB gzip in ${files.length} files (at most ${mostBytes / 1000})`);
if (problems.length > 0) {
  console.log(problems.join("\n"));
  for (const { file, bytes } of sizes) console.log(`  ${String(bytes).padStart(7)} ${file}`);
  process.exitCode = 1;
}
