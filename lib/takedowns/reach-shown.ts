/** The shown ones that are only like what was named and that nobody has looked at. */
export const fuzzyOf = (
  candidates: readonly { digest: string; tier: 'exact' | 'fuzzy'; state: 'found' | 'taken' | 'dropped' }[],
): string[] =>
  candidates.flatMap(({ digest, tier, state }) => (tier === 'fuzzy' && state === 'found' ? [digest] : []))
