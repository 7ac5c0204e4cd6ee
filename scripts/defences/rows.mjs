/**
 * @typedef {{ name: string, tags: string[], does: string, seen?: boolean, notBuilt?: string }} Row
 *   `tags`: each must stand in the title of a test, as `[fault: tag]` or `[threat: tag]`; `seen`: a person
 *   sees it, so one of the tests drives a browser; `notBuilt`: what is missing, in place of tests.
 */

/** What may break, and what Callboard does then. @type {Row[]} */
export const faults = [
  { name: "upstream 401", tags: ["upstream 401"], seen: true, does: "stops polling that connection, says that the provider refused this connection's credential and that the operator must mend it; re-checks slowly; old figures stay, marked stale" },
  { name: "viewer's token expired or refused", tags: ["viewer's token refused"], seen: true, does: "one silent renewal, one retry; refused again: data cleared from the screen, one calm notice, no login loop" },
  { name: "403", tags: ["upstream 403"], seen: true, does: "no retry; names the missing permission where the provider says so" },
  { name: "404", tags: ["upstream 404"], seen: true, does: "confirmed once, then “No such campaign on {connection}” in place with the way back; slow re-check" },
  { name: "429 with Retry-After", tags: ["429 with Retry-After"], seen: true, does: "seconds and HTTP dates, 0, past, garbage, 10⁹: obeyed for the whole connection, clamped to sane bounds, countdown shown, data kept" },
  { name: "429 bare", tags: ["429 bare"], seen: true, does: "30 s → 5 min, full jitter" },
  { name: "500, 503", tags: ["500 and 503"], seen: true, does: "last good data, its age, the reason; retried with back-off" },
  { name: "502 with an HTML body", tags: ["502 with HTML"], seen: true, does: "recognised by status and content type; the upstream's body is never shown or forwarded" },
  { name: "connect refused, DNS failure, timeout before headers, stall mid-body", tags: ["connect refused", "DNS failure", "timeout before headers", "stall mid-body"], seen: true, does: "one deadline that covers the body; treated as unreachable" },
  { name: "half-closed body, truncated JSON, gzip that breaks off", tags: ["half-closed body", "truncated JSON", "gzip that breaks off"], seen: true, does: "discarded whole; never cached; the last good snapshot stays" },
  { name: "valid JSON of the wrong shape", tags: ["wrong shape", "bad rows"], seen: true, does: "bad envelope refused with a diagnostic an operator can act on (path and expectation, no personal data); a bad call or file row is set aside and counted on screen" },
  { name: "unknown status, outcome or file state", tags: ["unknown words"], seen: true, does: "shown with the provider's own word, counted as unknown, totals still reconcile" },
  { name: "extra fields, missing optional fields, null for optional", tags: ["extra and missing fields"], does: "accepted" },
  { name: "very large body", tags: ["very large body"], seen: true, does: "counted while streaming, refused over the cap with the figure; memory stays bounded" },
  { name: "duplicate call ids, calls that vanish between polls, answers that arrive out of order", tags: ["duplicate ids", "vanished calls", "older answers"], seen: true, does: "newest wins and a count is shown; vanished calls are dropped after being missing twice; older answers are ignored" },
  { name: "counters that disagree", tags: ["counters that disagree"], seen: true, does: "flagged only if no reading of docs/progress.md fits; then both shown, flagged once; bars never over 100 %" },
  { name: "clock wrong by an hour on the viewer's machine, DST change day, calling window over midnight, unknown time zone", tags: ["viewer's clock wrong", "DST change", "window over midnight", "unknown time zone"], seen: true, does: "ages from the server's clock; windows right across DST; an unknown zone is said, not guessed" },
  { name: "offline and online, wake from sleep", tags: ["offline and online", "wake from sleep"], seen: true, does: "events are hints; stale marking by elapsed wall time (bounds in docs/progress.md); fresh data within one interval of return" },
  { name: "hidden tab", tags: ["hidden tab"], seen: true, does: "page and embed stop polling, and fetch within 1 s of being shown; an embed scrolled out of view is hidden too" },
  { name: "new version deployed under an open page", tags: ["new version deployed"], seen: true, does: "a missing chunk reloads once, guarded against loops, only when the server answers" },
  { name: "service restarted, killed, upgraded", tags: ["service restarted"], seen: true, does: "pages recover by themselves; nothing on screen is lost meanwhile" },
  { name: "provider back after 8 hours, 200 viewers waiting", tags: ["back after 8 hours"], seen: true, does: "live again within one capped back-off; one upstream request" },
  { name: "50,000 polls in one tab", tags: ["50,000 polls"], seen: true, does: "heap after a collection grows by less than 5 %, DOM nodes flat; `npm run soak` runs them all, the tests its rule and its beginning" },
  { name: "a component throws", tags: ["a component throws"], seen: true, does: "its panel says so and offers retry; the rest of the page lives" },
  { name: "a display nobody touches, through a week of faults: platform or network gone for hours, sleep, restart, upgrade, access taken and given back, a part missing, a crash, a page that no longer draws, memory", tags: ["wall's bad week"], seen: true, does: "the readable screen stays, right about its age at each step; it goes on by itself, and loads itself again only when the server answers" },
  { name: "browsers older than the baseline", tags: ["old browser"], seen: true, does: "one legible sentence in place of a blank page, on every surface" },
  { name: "observation database locked, full, unreachable", tags: ["observation database unreachable", "observation database locked"], does: "live view unaffected; gap recorded; clear log line and metric" },
];

/** Who may try what, and what stands against it. @type {Row[]} */
export const threats = [
  { name: "script through campaign, file or agent names, ids, errors, URLs", tags: ["script through names"], does: "text rendering only; strict Content-Security-Policy with Trusted Types; links only http(s)" },
  { name: "provider token reaching a browser", tags: ["provider token reaching a browser"], does: "tokens live in the service only, read from environment or file; never in configuration shown, logs, errors or metrics; webhook and Slack URLs dropped in the adapter" },
  { name: "viewer token leakage", tags: ["viewer token leakage"], does: "never in a query string or path; in frames memory only; on the page a __Host- HttpOnly SameSite=Strict session; Referrer-Policy: no-referrer; short life, renewed" },
  { name: "viewer token forgery and escalation", tags: ["viewer token forgery and escalation"], does: "algorithm pinned; expiry, audience, type, id, campaign scope and number policy required; revocation" },
  { name: "running open by accident, DNS rebinding", tags: ["running open by accident, DNS rebinding"], does: "binds 127.0.0.1; Host header allow-list; without an access mode it refuses to listen on any other address; a weak signing secret refuses to start, with a sentence that says what to do" },
  { name: "clickjacking, framing by strangers", tags: ["clickjacking, framing by strangers"], does: "frame-ancestors from configuration; empty means 'none'" },
  { name: "postMessage spoofing", tags: ["postMessage spoofing"], does: "exact origin from configuration, event.source checked, validated, one MessagePort handed over once; never “*”" },
  { name: "SSRF and path tricks through ids", tags: ["SSRF and path tricks through ids"], does: "fixed base URL per connection; id checked against the provider's pattern, then encoded; no redirects followed" },
  { name: "one tenant seeing another's cache", tags: ["one tenant seeing another's cache"], does: "authorises before look-up; the cache key holds connection, campaign and projection" },
  { name: "masked viewer learning numbers", tags: ["masked viewer learning numbers"], does: "masking in the service: page, CSV, search, sort, group keys, errors, ETags; recordings and analysis need their own permission" },
  { name: "CSV formula injection", tags: ["CSV formula injection"], does: "RFC 4180 quoting; cells beginning = + - @ TAB CR NUL neutralised" },
  { name: "prototype pollution", tags: ["prototype pollution"], does: "parsed JSON is rebuilt through schemas; Map for keyed data" },
  { name: "ReDoS, query abuse", tags: ["ReDoS, query abuse"], does: "substring search only, 100-character cap, bounded limit and offset; every query parsed by a schema" },
  { name: "one viewer using up what a platform allows a connection", tags: ["using up a connection"], does: "campaigns on show keep their cadence; lists, first readings and readings before their time share a quarter of the connection's rate and what is left over, in few places, of which one viewer has four at most; who finds none is put off at once" },
  { name: "a scoped viewer learning of campaigns outside the scope", tags: ["learning of other campaigns"], does: "pages, totals, searches and ETags of a list are made of the viewer's own campaigns; what is outside the scope is answered the same whether it exists or not" },
  { name: "log and telemetry leaks", tags: ["log and telemetry leaks"], does: "route templates, not URLs, in logs and metrics; numbers and tokens redacted" },
  { name: "CSRF / cross-site reads", tags: ["CSRF / cross-site reads"], does: "Sec-Fetch-Site and Origin checks, no ambient cookies needed, CORS closed" },
  { name: "supply chain", tags: ["supply chain"], does: "lockfile, few dependencies, install scripts off where possible, npm audit in CI where reachable" },
];
