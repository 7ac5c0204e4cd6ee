/**
 * The built page as this host serves it: marked, so that the client asks us
 * instead of starting its worker, and with addresses that hold at any depth
 * (it is built with relative ones, for file servers).
 */
export function pageFor(html: string, basePath: string): string {
  const rooted = html.replaceAll(/\b(href|src)="\.\//g, `$1="${basePath}`);
  const marked = rooted.replace(/<head>/i, '<head>\n    <meta name="callboard-host" content="node">');
  if (marked === rooted) throw new Error("The built index.html has no <head>: run npm run build.");
  return marked;
}

/** The connection whose embedded pages a path, below the base path, is one of; empty for every other path. */
export function embeddedConnectionOf(path: string): string {
  return /^embed\/([^/]+)/.exec(path)?.[1] ?? "";
}

/** The page of a connection's embedded campaigns: it names the origins that it may speak to, which are those that may frame it. */
export function embeddedPageFor(page: string, frameAncestors: readonly string[]): string {
  // The configuration lets in only origins: none of them holds a quote.
  return page.replace("<head>", `<head>\n    <meta name="callboard-frame-ancestors" content="${frameAncestors.join(" ")}">`);
}
