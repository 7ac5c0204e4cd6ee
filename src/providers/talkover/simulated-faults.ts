import type { DataFault } from "../simulation.ts";
import type { CampaignBody } from "./simulated-body.ts";
import type { WireCall } from "./wire.ts";

/** A get-campaign body with a fault in its data. */
export function withFault(body: CampaignBody, fault: DataFault): unknown {
  const { data } = body;
  const { calls, files } = data;
  const change = (changed: Record<string, unknown>) => ({ ...body, data: { ...data, ...changed } });
  switch (fault.fault) {
    case "wrong-shape":
      return change({ id: 42, name: null, calls: "none" });
    case "large-body":
      return change({ padding: "x".repeat(fault.count) });
    case "drop-calls":
      return change({ calls: calls.slice(0, -fault.count) });
    case "duplicate-calls":
      return change({ calls: [...calls, ...calls.slice(-fault.count).map(again)] });
    case "bad-rows": {
      const bad = Array.from({ length: fault.count }, (_, index) => badCalls[index % badCalls.length]);
      return change({ calls: [...bad, ...calls], files: [{ status: "processed" }, ...files] });
    }
    case "odd-fields":
      return odd(body);
    case "stats-ahead":
      return change({ stats: { ...data.stats, total_calls: calls.length + fault.count } });
  }
}

const again = (call: WireCall): WireCall => ({ ...call, status: call.status === "failed" ? "completed" : "failed" });

const badCalls: unknown[] = [null, "call", {}, { id: 7, to: "+12025550100", status: "completed", retries: 0 }, { id: "bad" }];

function odd(body: CampaignBody): unknown {
  // An own key of this name, as JSON can hold one; an object literal would set the prototype instead.
  const hostile: unknown = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1, "toString": null}');
  return {
    ...body,
    meta: { version: 3 },
    data: {
      ...body.data,
      description: undefined,
      initial_call_delay: null,
      success_cooldown_hours: null,
      auto_dnc_trigger_errors: null,
      unheard_of: { deep: [hostile] },
      calls: body.data.calls.map((call) => ({ ...call, duration: null, tags: ["new"] })),
      hostile,
    },
  };
}
