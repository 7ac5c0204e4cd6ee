import type { ContractCase, DocumentedWords } from "../../testing/contract-case.ts";

const ofCampaigns: Omit<DocumentedWords, "place"> = {
  vocabulary: "status",
  words: ["draft", "active", "running", "paused", "completed", "cancelled"],
};
const ofBatches: Omit<DocumentedWords, "place"> = {
  vocabulary: "status",
  words: ["draft", "waiting", "scheduled", "running", "paused", "completed", "cancelled", "deleted", "active"],
};
const ofCalls: Omit<DocumentedWords, "place"> = {
  vocabulary: "outcome",
  words: [
    "created", "initiated", "sent", "received", "in-progress", "completed", "did_not_pick", "busy", "no_answer", "no-answer",
    "failed", "cancelled",
  ],
  // It says that no retry will come, not how the call ended.
  unexplained: ["retry_expired"],
};

/** The list's item is all that a batch call's header is. No answer of this generation is published: this one is after its description. */
const batches = {
  items: [
    {
      id: "batch_1",
      title: "Q2 renewals",
      status: "running",
      total_records: 5_200,
      createdAt: "2024-03-01T09:00:00.000Z",
      total_lead_count: 5_000,
      sent_lead_count: 4_200,
      picked_up_calls: 2_100,
      last_call_sent_at: "2024-03-01T10:00:00.000Z",
      number_of_retries: 2,
      first_retry_count: 300,
      second_retry_count: null,
      attempt_stages: [
        { depth: 0, attempted: 4_200, total: 5_000 },
        { depth: 1, attempted: 300, total: 800 },
      ],
    },
    { id: "batch_2", title: "Survey", status: "draft", total_records: 0, createdAt: "2024-03-02T09:00:00.000Z" },
  ],
  total: 2,
  page: 1,
  limit: 100,
};

const batchCalls = {
  callLogs: [
    {
      id: "call_1",
      agent_id: "agt_1",
      from_number: "+912234567890",
      to_number: "+12025550100",
      status: "completed",
      call_direction: "outbound",
      duration: 62,
      createdAt: "2024-03-01T10:00:00.000Z",
      batch_id: "batch_1",
      end_reason: "user_disconnected",
    },
  ],
  total: 150,
  page: 1,
  limit: 100,
  totalPages: 2,
};

/** Not documented: in the shape of the other lists of campaigns' generation. */
const campaigns = {
  data: [{ id: "cmp_xyz789", name: "Q2 Lead Re-engagement", status: "running", agent_id: "agt_abc123", total_leads: 5_000, completed_calls: 1_200 }],
  meta: { page: 1, limit: 20, total: 25, totalPages: 2 },
};

/** After dialnexa.mintlify.app/api-reference, both generations. */
export const contractCase: ContractCase = {
  account: {},
  campaigns: [
    {
      id: "cmp_xyz789",
      header: {
        body: { sample: "dialnexa-campaign.json" },
        needed: ["", "id", "name", "status"],
        words: [{ ...ofCampaigns, place: "status" }],
      },
      calls: {
        body: { sample: "dialnexa-call-logs.json" },
        needed: ["", "data", "meta", "meta.page", "meta.total", "meta.totalPages"],
        words: [{ ...ofCalls, place: "data.0.status" }],
      },
    },
    {
      id: "batch_1",
      header: {
        body: { documented: batches },
        needed: ["", "items", "total", "page", "limit", "items.0.title", "items.0.status"],
        words: [{ ...ofBatches, place: "items.0.status" }],
      },
      calls: {
        body: { documented: batchCalls },
        needed: ["", "callLogs", "total", "page", "totalPages"],
        words: [{ ...ofCalls, place: "callLogs.0.status" }],
      },
    },
  ],
  lists: [
    { body: { documented: campaigns }, needed: ["", "data", "meta"], words: [{ ...ofCampaigns, place: "data.0.status" }] },
    {
      body: { documented: batches },
      needed: ["", "items", "total", "page", "limit"],
      words: [{ ...ofBatches, place: "items.0.status" }],
    },
  ],
  errors: [
    {
      body: { documented: { statusCode: 404, message: "Campaign not found", error: "Not Found" } },
      code: "Not Found",
      message: "Campaign not found",
    },
    {
      body: { documented: { statusCode: 400, message: ["page must not be less than 1", "limit must not be greater than 100"], error: "Bad Request" } },
      code: "Bad Request",
      message: "page must not be less than 1; limit must not be greater than 100",
    },
    { body: { documented: { statusCode: 403, message: "Forbidden resource" } }, message: "Forbidden resource" },
  ],
};
