/** A secret and the key that points to it; empty where it could not be read. */
export type OwnedSecret = { key: string; value: string };

/**
 * A secret held by two is known to both: an issuer could make any token, a platform sign in whom it
 * likes. `ours` are one each; `tokens` of platforms may be the same as each other, and none of ours.
 */
export function sharedSecrets(ours: readonly OwnedSecret[], tokens: readonly OwnedSecret[]): string[] {
  const owners = new Map<string, string>();
  const shared = ({ key, value }: OwnedSecret): string[] => {
    const owner = owners.get(value);
    return owner === undefined || value === "" ? [] : [`${key} points to the secret that ${owner} also has: give each its own.`];
  };
  const amongOurs = ours.flatMap((secret) => {
    const mistakes = shared(secret);
    if (mistakes.length === 0) owners.set(secret.value, secret.key);
    return mistakes;
  });
  return [...amongOurs, ...tokens.flatMap(shared)];
}
