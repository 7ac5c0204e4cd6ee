/** "Agent, type and start date are not reported by Acme."; `undefined` where nothing is missing. */
export function wordNotReported(things: string[], providerName: string): string | undefined {
  const last = things.at(-1);
  if (last === undefined) return undefined;
  const listed = things.length === 1 ? last : `${things.slice(0, -1).join(", ")} and ${last}`;
  const plural = things.length > 1 || /[^s]s$/.test(last);
  return `${listed.charAt(0).toUpperCase()}${listed.slice(1)} ${plural ? "are" : "is"} not reported by ${providerName}.`;
}
