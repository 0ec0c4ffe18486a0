import type { z } from 'zod'
import { commit, commitParts, type Opening, type Parts } from '@/lib/tlog/commitment'
import { sha256 as ownSha256, type Sha256 } from '@/lib/tlog/sha256'
import { committedValues } from './private-parts'

type DecisionValue = z.output<typeof committedValues.decision>

/**
 * A decision is committed to in three parts, because they have different readers. `what` may be published with a release, once its
 * reason may be told. `target` says which text and where in it, and must never be: a digest and a span are what guesses of the
 * masked text are tried out against. `supersedes` would link entries that tell nothing apart.
 */
export function decisionParts(value: DecisionValue) {
  const { scope, action, category, reason, label, territories, target, spans, supersedes } = value
  return {
    what: {
      ...{ scope, action, category, reason },
      ...(label === undefined ? {} : { label }),
      ...(territories === undefined ? {} : { territories }),
    },
    target: { target, spans },
    supersedes,
  } satisfies Parts
}

/** What an entry says in its place of the private part. Throws a ZodError for a decision that is none. */
export function commitmentOf({ field, value, salt }: Opening, sha256: Sha256 = ownSha256): string {
  if (field !== 'decision') return commit({ field, value, salt }, sha256)
  return commitParts({ field, parts: decisionParts(committedValues.decision.parse(value)), salt }, sha256)
}

/** Whether the opening is the one that the entry commits to. */
export function opensEntry(
  { t, c }: { readonly t: string; readonly c: string },
  opening: Opening,
  sha256: Sha256 = ownSha256,
): boolean {
  if (opening.field !== t) return false
  if (t === 'decision' && !committedValues.decision.safeParse(opening.value).success) return false
  return commitmentOf(opening, sha256) === c
}
