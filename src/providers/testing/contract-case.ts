import type { Account } from "../provider.ts";

/** A body that a reader of the provider takes: a file of `samples/`, or one written here after the documentation. */
export type SampleBody = {
  body: { sample: string } | { documented: unknown };
  /**
   * Places (`data.calls.0.id`; `""` is the whole body) without which nothing can be shown. Dropping
   * one, or making it null, refuses the body; at any other place it does not.
   */
  needed: readonly string[];
  /** Documented words by what they mean. */
  words?: readonly DocumentedWords[];
};

export type DocumentedWords = {
  /** Which closed vocabulary of Callboard's they are read into. */
  vocabulary: "status" | "outcome" | "file_state";
  /** Where in the body they stand; rows are the first of their list. */
  place: string;
  words: readonly unknown[];
  /** Words that are named and not explained: they stay unknown. */
  unexplained?: readonly string[];
  /** The platform has no word there (a boolean), so none can be kept. */
  wordless?: true;
};

/** One documented way of reading a campaign. */
export type CampaignCase = { id: string; header: SampleBody; calls?: SampleBody };

/** What the contract suite needs to know of a platform: `testing/contract-case.ts` of its folder. */
export type ContractCase = {
  /** With every field, also those that are not required. */
  account: Account;
  campaigns: readonly CampaignCase[];
  /** In the order of `Provider.lists`. */
  lists: readonly SampleBody[];
  /** Documented error bodies. */
  errors: readonly { body: SampleBody["body"]; code?: string; message?: string }[];
};
