import { afterEach, beforeEach, vi } from "vitest";

/*
 * Unexpected console output fails the test that caused it. A test that expects
 * some mocks the method itself, with `vi.spyOn(console, "error")`.
 */
const methods = ["debug", "info", "log", "warn", "error"] as const;
let written: string[] = [];

beforeEach(() => {
  written = [];
  for (const method of methods) {
    vi.spyOn(console, method).mockImplementation((...parts) => {
      written.push(`console.${method}: ${parts.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  if (written.length > 0) throw new Error(`Unexpected output:\n${written.join("\n")}`);
});
