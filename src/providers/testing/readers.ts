import type { CallPage, CampaignListPage, CampaignReading, CampaignSource, WireResult } from "../provider.ts";
import { type ProviderCase, bodyOf } from "./cases.ts";
import type { CampaignCase, SampleBody } from "./contract-case.ts";

/** What a reader made of a body, whichever reader it was. */
export type Read =
  | { kind: "header"; reading: CampaignReading | undefined }
  | { kind: "calls"; page: CallPage }
  | { kind: "list"; page: CampaignListPage };

/** A reader of a provider with a body it takes. */
export type ReaderCase = {
  name: string;
  sample: SampleBody;
  body: unknown;
  /** `undefined` for lists. */
  source: CampaignSource | undefined;
  read(body: unknown): WireResult<Read>;
};

function map<A, B>(result: WireResult<A>, made: (value: A) => B): WireResult<B> {
  return result.ok ? { ok: true, value: made(result.value) } : result;
}

/** The campaign in a get-campaign body, whether it is alone or an item of a list. */
export function readHeader(source: CampaignSource, body: unknown): WireResult<CampaignReading | undefined> {
  const { header } = source;
  return header.kind === "one" ? header.read(body) : map(header.read(body), ({ reading }) => reading);
}

function campaignReaders({ id, provider, contract }: ProviderCase, campaign: CampaignCase): ReaderCase[] {
  const source = provider.campaign(campaign.id, contract.account);
  const reader = (part: "header" | "calls", sample: SampleBody, read: ReaderCase["read"]): ReaderCase => ({
    name: `${id}: ${part} of ${campaign.id}`,
    sample,
    body: bodyOf(id, sample.body),
    source,
    read,
  });
  const header = reader("header", campaign.header, (body) => map(readHeader(source, body), (reading) => ({ kind: "header", reading })));
  const { calls } = source;
  if (calls === undefined || campaign.calls === undefined) return [header];
  return [header, reader("calls", campaign.calls, (body) => map(calls.read(body), (page) => ({ kind: "calls", page })))];
}

/** Every reader of a provider that has a sample. */
export function readersOf(one: ProviderCase): ReaderCase[] {
  const { id, provider, contract } = one;
  const lists = provider.lists(contract.account).flatMap((list, index): ReaderCase[] => {
    const sample = contract.lists[index];
    if (sample === undefined) return [];
    const read: ReaderCase["read"] = (body) => map(list.read(body, { page: 1, search: undefined }), (page) => ({ kind: "list", page }));
    return [{ name: `${id}: list ${index + 1}`, sample, body: bodyOf(id, sample.body), source: undefined, read }];
  });
  return [...contract.campaigns.flatMap((campaign) => campaignReaders(one, campaign)), ...lists];
}
