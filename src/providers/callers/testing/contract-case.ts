import type { ContractCase, DocumentedWords } from "../../testing/contract-case.ts";

/** The only state there is. */
const status: Omit<DocumentedWords, "place"> = { vocabulary: "status", words: [true, false], wordless: true };

/** After docs.callers.ai/api-reference. */
export const contractCase: ContractCase = {
  account: { organizationId: "65f1c0ffee65f1c0ffee65f1", subOrganizationId: "65f1c0ffee65f1c0ffee65f2" },
  campaigns: [
    {
      id: "65f1c0ffee00000000000001",
      header: {
        body: { sample: "callers-campaign.json" },
        needed: ["", "id", "name"],
        words: [{ ...status, place: "active" }],
      },
    },
  ],
  lists: [
    {
      body: {
        documented: [
          { id: "65f1c0ffee00000000000001", name: "Renewals", active: true, completedAt: null, emailParams: { subject: "Hello" } },
          { id: "65f1c0ffee00000000000002", name: "Survey", active: false, completedAt: "2024-01-01T00:00:00.000Z", emailParams: {} },
        ],
      },
      needed: [""],
      words: [{ ...status, place: "0.active" }],
    },
  ],
  errors: [
    { body: { documented: { status: "error", message: "organizationId is required", data: [] } }, message: "organizationId is required" },
  ],
};
