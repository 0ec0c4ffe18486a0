import 'server-only'
import { and, asc, countDistinct, eq, notExists } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { exposure, flag, review, reviewCase } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { policyInForce } from '@/lib/policies/queries'
import { decide, type DecideView } from '@/lib/review/decide'
import { decideInput } from '@/lib/review/input'
import { findingsNow, findingsVersion } from '@/lib/review/seen'
import { formatSpan } from '@/lib/review/spans'
import { random } from './random'

/** What the demo's reviewers usually do with a category: enough variety to look at, nothing that needs a lead. */
const VERDICTS = {
  pii: [
    ['redact', 'pii.contact'],
    ['redact', 'pii.contact'],
    ['redact', 'pii.identifier'],
    ['keep', 'pii.example'],
  ],
  copyright: [
    ['label', 'copyright.notice'],
    ['keep', 'copyright.permitted'],
    ['remove', 'copyright.reproduction'],
  ],
  licence: [
    ['label', 'licence.notice'],
    ['keep', 'licence.notice'],
  ],
  hate: [
    ['remove', 'hate.attack'],
    ['keep', 'hate.coarse'],
    ['remove', 'hate.attack'],
  ],
} as const

/** Two reviewers look at open cases, turn by turn, until so many have a review. Goes on where an interrupted seeding stopped. */
export async function decideUntil(
  reviewed: number,
  datasetId: string,
  { reviewers: [first, second], lead }: { reviewers: readonly [Member, Member]; lead: Member },
): Promise<void> {
  const [made] = await db()
    .select({ cases: countDistinct(review.caseId) })
    .from(review)
    .where(eq(review.datasetId, datasetId))
  const left = reviewed - (made?.cases ?? 0)
  if (left <= 0) return
  const open = await db()
    .select({ id: reviewCase.id })
    .from(reviewCase)
    .where(
      and(
        eq(reviewCase.datasetId, datasetId),
        eq(reviewCase.status, 'open'),
        eq(reviewCase.restricted, false),
        // A case that asks for more reviews than one waits for others, as it would anywhere.
        notExists(
          db()
            .select({ id: review.id })
            .from(review)
            .where(and(eq(review.datasetId, reviewCase.datasetId), eq(review.caseId, reviewCase.id))),
        ),
      ),
    )
    .orderBy(asc(reviewCase.digest), asc(reviewCase.category))
    .limit(left)
  const r = random(7)
  for (const [i, { id }] of open.entries())
    await decideTogether(datasetId, id, [i % 2 === 0 ? first : second, lead], r.below(1000))
  // Their afternoon is over: whoever tries the demonstration as one of them has read nothing yet, and needs no pause.
  await db().update(exposure).set({ items: 0, run: 0, ownRun: 0 })
}

/** Where one review is not enough the lead mostly agrees; what is left waits for somebody to look at. */
async function decideTogether(
  datasetId: string,
  caseId: string,
  reviewers: readonly Member[],
  roll: number,
): Promise<void> {
  for (const [turn, reviewer] of reviewers.entries()) {
    if (turn > 0 && roll % 8 === 0) return
    if ((await decideOne(datasetId, caseId, reviewer, roll)) !== 'waiting') return
  }
}

async function decideOne(
  datasetId: string,
  caseId: string,
  reviewer: Member,
  roll: number,
): Promise<DecideView['state'] | null> {
  return transact(async (tx) => {
    const [found] = await tx
      .select({ digest: reviewCase.digest, category: reviewCase.category, round: reviewCase.round })
      .from(reviewCase)
      .where(and(eq(reviewCase.datasetId, datasetId), eq(reviewCase.id, caseId)))
    if (!found || !isUsual(found.category)) return null
    const usual: readonly (readonly [string, string])[] = VERDICTS[found.category]
    const [action, reasonCode] = usual[roll % usual.length] ?? usual[0] ?? []
    const spans = await tx
      .select({ spans: flag.spans })
      .from(flag)
      .where(
        and(eq(flag.datasetId, datasetId), eq(flag.digest, found.digest), eq(flag.category, found.category)),
      )
    const input = decideInput.parse({
      datasetId,
      caseId,
      action,
      reasonCode,
      policyVersionId: (await policyInForce(tx, datasetId)).id,
      label: action === 'label' ? `${found.category} notice` : undefined,
      spans: action === 'redact' ? spans.flatMap((row) => row.spans).map(formatSpan) : [],
      round: found.round,
      findings: findingsVersion(await findingsNow(tx, { datasetId, ...found })),
    })
    return (await decide(tx, reviewer, input)).state
  })
}

const isUsual = (category: string): category is keyof typeof VERDICTS => category in VERDICTS
