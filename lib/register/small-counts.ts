/** Fewer than this many people could be told apart. */
export const FEWEST = 5

/**
 * A count of what is only counted: null below five, nothing included; above, to the next lower multiple of five, so that two tables that
 * overlap do not give the difference away.
 */
export const roughly = (n: number): number | null => (n < FEWEST ? null : n - (n % FEWEST))
