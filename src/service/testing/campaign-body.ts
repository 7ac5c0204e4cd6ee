/** A Talkover body a test can change: the published fields, few calls. */
export type WireCall = { id: string; to: string; status: string; retries: number; created_at: string };

export function campaignBody(calls: WireCall[], change: Record<string, unknown> = {}) {
  const completed = calls.filter(({ status }) => status === "completed").length;
  const failed = calls.filter(({ status }) => status === "failed").length;
  return {
    success: true,
    data: {
      id: "c1",
      name: "Sales Campaign",
      status: "active",
      campaign_type: "sales",
      start_date: "2024-01-01",
      days_of_week: [1, 2, 3, 4, 5, 6, 7],
      earliest_call_time: "00:00:00",
      latest_call_time: "23:59:00",
      timezone: "America/New_York",
      max_retries: 3,
      calls,
      files: [],
      stats: {
        total_calls: calls.length,
        completed_calls: completed,
        failed_calls: failed,
        success_rate: calls.length === 0 ? 0 : (100 * completed) / calls.length,
        average_duration: 120,
      },
      ...change,
    },
  };
}

/** `count` calls, one a second from 1 Oct 2026, with results in turn. */
export function someCalls(count: number): WireCall[] {
  const words = ["completed", "failed", "no-answer", "busy", "voicemail"];
  return Array.from({ length: count }, (_, index) => ({
    id: `call-${index}`,
    to: `+1415555${String(index).padStart(4, "0")}`,
    status: words[index % words.length] ?? "completed",
    retries: 0,
    created_at: new Date(Date.UTC(2026, 9, 1, 14) + index * 1_000).toISOString(),
  }));
}
