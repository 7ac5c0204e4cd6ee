import type { ContractCase } from "../../testing/contract-case.ts";

const statuses = ["draft", "active", "paused", "completed", "cancelled"];

/** After docs.talkover.ai/en/api-reference. */
export const contractCase: ContractCase = {
  account: {},
  campaigns: [
    {
      id: "campaign-uuid-1",
      header: {
        body: { sample: "talkover-campaign.json" },
        needed: ["", "success", "data", "data.id", "data.name", "data.status"],
        words: [
          { vocabulary: "status", place: "data.status", words: statuses },
          {
            vocabulary: "outcome",
            place: "data.calls.0.status",
            words: ["queued", "initiated", "ringing", "answered", "completed", "failed", "busy", "no-answer", "no_answer", "voicemail"],
          },
          { vocabulary: "file_state", place: "data.files.0.status", words: ["uploading", "processing", "processed", "failed"] },
        ],
      },
    },
  ],
  lists: [
    {
      body: {
        documented: {
          success: true,
          data: [
            {
              id: "campaign-uuid-1",
              name: "Sales Campaign",
              status: "active",
              campaign_type: "sales",
              agent: { id: "agent-uuid-1", name: "Sales Agent", label: "Sales Agent Label" },
              stats: { total_calls: 100, completed_calls: 80, failed_calls: 20, success_rate: 80 },
            },
          ],
          pagination: { current_page: 1, last_page: 5, per_page: 20, total: 100, from: 1, to: 20 },
        },
      },
      needed: ["", "success", "data", "pagination", "pagination.current_page", "pagination.last_page", "pagination.total"],
      words: [{ vocabulary: "status", place: "data.0.status", words: statuses }],
    },
  ],
  errors: [
    { body: { sample: "talkover-error-401.json" }, message: "Unauthorized" },
    { body: { sample: "talkover-error-404.json" }, message: "Campaign not found" },
    { body: { sample: "talkover-error-500.json" }, message: "Internal server error." },
    {
      body: { documented: { success: false, error: { code: "VALIDATION_ERROR", message: "The given data was invalid.", details: {} } } },
      code: "VALIDATION_ERROR",
      message: "The given data was invalid.",
    },
  ],
};
