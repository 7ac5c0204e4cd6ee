/** The origins that may frame this page, as whoever serves it wrote into it; none where it says nothing. */
export function frameAncestorsOf(page: Pick<Document, "querySelector">): string[] {
  const mark = page.querySelector('meta[name="callboard-frame-ancestors"]');
  return mark?.getAttribute("content")?.split(/\s+/).filter((origin) => origin !== "") ?? [];
}

/** Whether an origin is one of these: `https://crm.example`, or any name below it for `https://*.crm.example`. */
export function isAllowedHost(origin: string, allowed: readonly string[]): boolean {
  if (originOf(origin) !== origin) return false;
  return allowed.some((pattern) => {
    const [scheme, domain] = pattern.split("//*.");
    if (domain === undefined) return originOf(pattern) === origin;
    return origin.startsWith(`${scheme}//`) && origin.endsWith(`.${domain}`);
  });
}

function originOf(text: string): string | undefined {
  return URL.canParse(text) ? new URL(text).origin : undefined;
}
