import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const page = `<!doctype html>
<html>
  <head>
    <link rel="icon" href="./favicon.svg">
    <script type="module" src="./assets/main-x1.js"></script>
  </head>
</html>
`;

/** A client as the build leaves it, small: a page, one bundled file, the script for pages that embed it, an icon and the static site's configuration. */
export function writeClient(directory = mkdtempSync(join(tmpdir(), "callboard-client-"))): string {
  mkdirSync(join(directory, "assets"), { recursive: true });
  writeFileSync(join(directory, "index.html"), page);
  writeFileSync(join(directory, "favicon.svg"), "<svg/>");
  writeFileSync(join(directory, "embed.js"), "globalThis.Callboard = {};");
  writeFileSync(join(directory, "callboard.config.json"), "{}");
  writeFileSync(join(directory, "assets/main-x1.js"), `console.log("${"client ".repeat(400)}")`);
  return directory;
}
