/*
 * The numbers of the two policies about conduct, in one place. What they rest on is in docs/takedowns.md.
 */

/** Against one author (17 U.S.C. § 512(i)(1)(A)): counted are upheld copyright requests that still stand. */
export const AUTHOR_POLICY = {
  /** A strike counts for this long. */
  strikeDays: 365,
  /** From so many on, a lead may warn. */
  warnFrom: 2,
  /** From so many on, and a fortnight after the warning at the earliest, a lead may leave the author out. */
  leaveOutFrom: 3,
  warnedDays: 14,
} as const

/** Against whoever sends requests that are manifestly unfounded (Regulation (EU) 2022/2065 Art. 23(2) to (4)). */
export const SENDER_POLICY = {
  /** A finding counts for this long. */
  findingDays: 180,
  warnFrom: 3,
  /** As many findings after the warning. */
  suspendFrom: 2,
  /** Longest suspension a lead can choose, and what is proposed. */
  suspensionDays: { most: 90, usual: 30 },
} as const
