import type { Instant } from "#campaign/campaign.ts";
import { notReported, type Reported, reported } from "#campaign/reported.ts";
import { instantOfIso } from "./iso-time.ts";

/** A wire value as it arrived; null and missing are not reported. */
export function fieldOf<T>(value: T | null | undefined, source: string): Reported<T> {
  return value === null || value === undefined ? notReported : reported(value, source);
}

/** A blank text says nothing, and would be shown as nothing. */
export function textOf(value: string | null | undefined, source: string): Reported<string> {
  return value?.trim() ? reported(value, source) : notReported;
}

/** An ISO 8601 time with its zone; any other text is not reported. */
export function instantOf(value: string | null | undefined, source: string): Reported<Instant> {
  return fieldOf(value ? instantOfIso(value) : undefined, source);
}
