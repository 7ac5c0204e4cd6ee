import { CampaignScope } from "#service/access/viewer.ts";
import { z } from "zod";
import { readStrongSecret } from "./access.ts";
import { readSecret, Secret, type SecretSources } from "./secret.ts";

/*
 * Each description is the rest of a sentence that begins with the key: it is
 * what a mistake in that key says, whatever the mistake was.
 */

/** What may be told; the names of the alerts. */
export const alertKinds = ["stalled", "failure_rate", "file_failed", "file_stuck", "unreachable", "finished"] as const;

const Webhook = z.strictObject({
  url: Secret,
  secret: Secret,
  campaigns: CampaignScope.default({ "*": ["*"] }).describe('must be lists of campaign ids by connection, such as {"acme": ["*"]} or {"acme": ["spring-*"]}; "*" stands for any characters'),
  kinds: z.array(z.enum(alertKinds)).min(1).default([...alertKinds]).describe(`must be a list of alerts such as ["stalled", "unreachable"]; there are ${alertKinds.join(", ")}`),
});

export const AlertsFile = z
  .strictObject({
    webhooks: z
      .record(z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/), Webhook)
      .default({})
      .describe('must be an object by names of lower-case letters, digits and hyphens, such as {"ops": {"url": {"env": "OPS_WEBHOOK"}, "secret": {"env": "OPS_WEBHOOK_SECRET"}}}'),
  })
  .default({ webhooks: {} })
  .describe('must be an object such as {"webhooks": {"ops": {"url": {"env": "OPS_WEBHOOK"}, "secret": {"env": "OPS_WEBHOOK_SECRET"}}}}');

/** Where alerts are sent, its secrets read. */
export type WebhookConfiguration = { name: string; url: string; secret: string; campaigns: CampaignScope; kinds: readonly (typeof alertKinds)[number][] };

/** Reads where alerts are sent. Adds to the mistakes, which repeat neither address nor secret. */
export function readWebhooks({ webhooks }: z.infer<typeof AlertsFile>, sources: SecretSources, mistakes: string[]): WebhookConfiguration[] {
  return Object.entries(webhooks).map(([name, webhook]) => {
    const key = `alerts.webhooks.${name}`;
    const url = readSecret(webhook.url, sources);
    if (!url.ok) mistakes.push(`${key}.url ${url.mistake}.`);
    else if (!isWebAddress(url.value)) mistakes.push(`${key}.url points to what is no address of the web: put one such as https://hooks.example/… there.`);
    const secret = readStrongSecret(`${key}.secret`, webhook.secret, sources, mistakes);
    return { ...webhook, name, url: url.ok ? url.value : "", secret };
  });
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).username === "";
}
