import { createHmac } from "node:crypto";
import type { UpstreamFetch } from "#service/ports.ts";
import type { Delivery } from "../store/alerts.ts";

/** Seconds until the next try after the first failed, the second, and so on; then it is given up, after about a day. */
const retrySeconds = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800, 28_800];
const deadlineMilliseconds = 10_000;

/** Epoch milliseconds of the next try after so many; `undefined`: given up. */
export function nextTry(attempts: number, now: number): number | undefined {
  const seconds = retrySeconds[attempts - 1];
  return seconds === undefined ? undefined : now + seconds * 1_000;
}

/**
 * The headers of a signed message, as Standard Webhooks 1.0 has them
 * (github.com/standard-webhooks/standard-webhooks): HMAC-SHA256 over id, timestamp and body. The key is what the
 * secret decodes to as base64, with or without `whsec_` before it.
 */
export function signedHeaders(secret: string, { id, body }: Pick<Delivery, "id" | "body">, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1_000));
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}`, "content-type": "application/json" };
}

/** Sends a message; whether it was taken (a status from 200 to 299). */
export async function send(fetch: UpstreamFetch, { url, secret }: { url: string; secret: string }, delivery: Delivery, now: number): Promise<boolean> {
  try {
    const answer = await fetch(url, { method: "POST", headers: signedHeaders(secret, delivery, now), body: delivery.body, signal: AbortSignal.timeout(deadlineMilliseconds) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
