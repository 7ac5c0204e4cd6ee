import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The build as the next version would be: the same program, every file of the page under another name. */
export function nextBuild(): string {
  mkdirSync(resolve(".cache"), { recursive: true });
  const directory = mkdtempSync(resolve(".cache/next-build-"));
  cpSync(resolve("dist"), directory, { recursive: true });
  const assets = join(directory, "client/assets");
  const names = readdirSync(assets).filter((name) => /\.(?:js|css)$/.test(name));
  const renamed = new Map(names.map((name) => [name, name.replace(/\.(?=\w+$)/, "-next.")]));
  const texts = [...names.map((name) => join(assets, name)), join(directory, "client/index.html")];
  for (const path of texts) {
    let text = readFileSync(path, "utf8");
    for (const [name, next] of renamed) text = text.replaceAll(name, next);
    writeFileSync(path, text);
  }
  for (const [name, next] of renamed) renameSync(join(assets, name), join(assets, next));
  return directory;
}
