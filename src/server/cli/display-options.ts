import { parseArgs } from "node:util";
import { ApprovalRequest } from "../displays/approval.ts";
import { codeIn } from "../displays/secrets.ts";
import { CampaignsOption, scopeOf } from "./campaigns-option.ts";

/** What `--help` prints. */
export const displayUsage = `Approves the display that shows a code, lists the displays there are, or revokes one.

  npm run -s display -- approve CODE --name NAME --campaigns LIST
  npm run -s display -- list
  npm run -s display -- revoke ID

  CODE              what the display shows, such as 7RQX-3MPW
  --name NAME       what the display is called, such as "Sales floor"
  --campaigns LIST  what it may show: CONNECTION/CAMPAIGN, separated by commas, such as "acme/spring-1" or "acme/*"
  --config FILE     the configuration, where it is not callboard.config.json here`;

export type DisplayOrder = { kind: "approve"; request: ApprovalRequest } | { kind: "list" } | { kind: "revoke"; id: string };
export type DisplayOptionsReading = { ok: true; order: DisplayOrder; others: string[] } | { ok: false; mistakes: string[] };

/** Reads the options of `display`; `others` are those of the server, such as `--config`. */
export function readDisplayOptions(args: readonly string[]): DisplayOptionsReading {
  const options = { name: { type: "string" }, campaigns: { type: "string", multiple: true }, config: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true });
  const [word, subject, ...stray] = positionals;
  const others = typeof values.config === "string" ? ["--config", values.config] : [];
  const strange = [...Object.keys(values).filter((name) => !Object.hasOwn(options, name)).map((name) => `--${name} is no option: write --name, --campaigns, --config.`), ...stray.map((text) => `${text} is not understood: write names with spaces in quotes.`)];
  if (word === "list") return strange.length > 0 || subject !== undefined ? { ok: false, mistakes: [...strange, ...(subject === undefined ? [] : [`${subject} is not understood: list takes nothing.`])] } : { ok: true, order: { kind: "list" }, others };
  if (word === "revoke") {
    const mistakes = [...strange, ...(subject === undefined ? ["revoke needs the id of the display, as list prints it."] : [])];
    return mistakes.length > 0 || subject === undefined ? { ok: false, mistakes } : { ok: true, order: { kind: "revoke", id: subject }, others };
  }
  if (word !== "approve") return { ok: false, mistakes: [`${word === undefined ? "Nothing was asked" : `${word} is not understood`}: write approve, list or revoke; --help says more.`] };
  const { name } = values;
  const campaigns = CampaignsOption.safeParse(values.campaigns).data;
  const mistakes = [
    ...strange,
    ...(codeIn(subject ?? "") === undefined ? ["approve needs the code that the display shows, eight letters and digits such as 7RQX-3MPW."] : []),
    ...(ApprovalRequest.shape.name.safeParse(name).success ? [] : [`--name ${ApprovalRequest.shape.name.description ?? ""}.`]),
    ...(campaigns !== undefined ? [] : ['--campaigns must be CONNECTION/CAMPAIGN, such as "acme/*" or "acme/spring-1"; more than one are separated by commas.']),
  ];
  const parsed = ApprovalRequest.safeParse({ code: subject, name, campaigns: scopeOf(campaigns ?? []) });
  return mistakes.length > 0 || !parsed.success ? { ok: false, mistakes } : { ok: true, order: { kind: "approve", request: parsed.data }, others };
}
