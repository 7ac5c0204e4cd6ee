import type { ContractCase } from "../../testing/contract-case.ts";

const statuses = ["Ready", "Preparing", "Active", "Paused", "Stopped", "Completed", "Scheduled", "Rescheduled"];
/** Named in the console alone. */
const unexplained = ["Rerun"];

/** After docs.kore.ai, AI for Service, contact-center APIs. */
export const contractCase: ContractCase = {
  account: { clientId: "cs-1", streamId: "st-1", accountId: "a-1", subject: "callboard" },
  campaigns: [
    {
      id: "cd-9e14b72-88cc-4544-9a98-7aee9b7xxxxx",
      header: {
        body: { sample: "kore-campaign.json" },
        needed: ["", "status", "data", "data._id", "data.name", "data.status"],
        words: [{ vocabulary: "status", place: "data.status", words: statuses, unexplained }],
      },
      calls: {
        body: { sample: "kore-contacts.json" },
        needed: ["", "status", "data", "data.results", "data.page", "data.totalPages", "data.totalResults"],
        words: [{ vocabulary: "outcome", place: "data.results.0.dialerOutcome", words: ["", "completed"] }],
      },
    },
  ],
  lists: [
    {
      body: {
        documented: {
          status: "success",
          data: {
            results: [{ _id: "cd-1", name: "Feedback", status: "Active" }],
            skip: 0,
            limit: 20,
            hasMore: false,
            totalPages: 1,
            totalResults: 1,
          },
        },
      },
      needed: ["", "status", "data", "data.results", "data.totalPages", "data.totalResults"],
      words: [{ vocabulary: "status", place: "data.results.0.status", words: statuses, unexplained }],
    },
  ],
  errors: [
    { body: { documented: { status: "error", message: "Invalid token" } }, message: "Invalid token" },
    { body: { documented: { status: "failure", message: "Campaign not found" } }, message: "Campaign not found" },
  ],
};
