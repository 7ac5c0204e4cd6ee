import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseAst } from "vite";

/*
 * What the built page may weigh, in bytes on the way (gzip; a font is packed already). Before the
 * header can be read a browser loads the entry, the chunk of the page surface, and all that these
 * import at once; charts, table and the worker come after, each within a budget of its own.
 */
const mostForHeader = 100_000;
/** What pages of others load to embed a campaign. */
const mostForEmbedScript = 3_000;
const budgets = [
  { name: "styles", pattern: /\.css$/, most: 12_000 },
  { name: "fonts", pattern: /\.woff2$/, most: 80_000 },
  { name: "statistics", pattern: /^(statistics-panel|calls-over-time)-[\w-]{8}\.js$/, most: 120_000 },
  { name: "embed", pattern: /^embed-[\w-]{8}\.js$/, most: 16_000 },
  { name: "calls", pattern: /^calls-panel-[\w-]{8}\.js$/, most: 24_000 },
  { name: "worker", pattern: /^entry-[\w-]{8}\.js$/, most: 128_000 },
];

/** The build in `root`'s dist against its budgets. @param {string} root */
export function bundleBudgets(root) {
  const assets = join(root, "dist/client/assets");
  const names = readdirSync(assets);
  const bytesOf = (/** @type {string} */ file) => {
    const content = readFileSync(join(assets, file));
    return file.endsWith(".woff2") ? content.byteLength : gzipSync(content).byteLength;
  };

  const html = readFileSync(join(root, "dist/client/index.html"), "utf8");
  const entries = [...html.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.js)"/g)].map((match) => match[1] ?? "");
  const page = names.filter((file) => /^page-[\w-]{8}\.js$/.test(file));
  const first = withImports(assets, [...entries, ...page]);
  const header = first.reduce((sum, file) => sum + bytesOf(file), 0);
  const withZod = first.filter((file) => readFileSync(join(assets, file), "utf8").includes("_zod"));
  const parts = budgets.map(({ name, pattern, most }) => {
    const files = names.filter((file) => pattern.test(file));
    return { name, most, files, bytes: files.reduce((sum, file) => sum + bytesOf(file), 0) };
  });

  const embedScript = gzipSync(readFileSync(join(root, "dist/client/embed.js"))).byteLength;

  const problems = [
    ...(entries.length === 0 || page.length !== 1 ? ["The entry and the page's chunk were not found in dist/client: see surfaces/page.tsx."] : []),
    ...(header > mostForHeader ? [`The header needs ${header} bytes of JavaScript, at most ${mostForHeader}: ${first.join(", ")}`] : []),
    ...(embedScript > mostForEmbedScript ? [`embed.js has ${embedScript} bytes, at most ${mostForEmbedScript}.`] : []),
    ...withZod.map((file) => `${file} holds zod: import only types from campaign and service.`),
    ...parts.filter(({ files }) => files.length === 0).map(({ name }) => `Nothing was found of ${name} in dist/client.`),
    ...parts.filter(({ bytes, most }) => bytes > most).map(({ name, bytes, most, files }) => `${name}: ${bytes} bytes, at most ${most}: ${files.join(", ")}`),
  ];
  const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1_000).toFixed(1)} kB`;
  const seen = [`header ${kilobytes(header)}`, `embed.js ${kilobytes(embedScript)}`, ...parts.map(({ name, bytes }) => `${name} ${kilobytes(bytes)}`)].join(", ");
  return { problems, seen };
}

/** The files and all that they import at once. @param {string} assets @param {string[]} files */
function withImports(assets, files) {
  const all = new Set(files);
  for (const file of all) {
    const { body } = parseAst(readFileSync(join(assets, file), "utf8"));
    for (const node of body) {
      const isImport = node.type === "ImportDeclaration" || node.type === "ExportNamedDeclaration" || node.type === "ExportAllDeclaration";
      if (isImport && node.source !== null) all.add(node.source.value.replace(/^\.\//, ""));
    }
  }
  return [...all];
}
