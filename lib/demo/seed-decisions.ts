import 'server-only'
import { and, asc, count, eq } from 'drizzle-orm'
import { db, transact } from '@/db/client'
import { decision, flag, reviewCase } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { policyInForce } from '@/lib/policies/queries'
import { decide } from '@/lib/review/decide'
import { decideInput } from '@/lib/review/input'
import { findingsNow, findingsVersion } from '@/lib/review/seen'
import { formatSpan } from '@/lib/review/spans'
import { random } from './random'

const DECIDED = 160

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

/** Two reviewers decide some of the open cases, turn by turn. Goes on where an interrupted seeding stopped. */
export async function decideSome(datasetId: string, first: Member, second: Member): Promise<void> {
  const [made] = await db()
    .select({ decisions: count() })
    .from(decision)
    .where(eq(decision.datasetId, datasetId))
  const left = DECIDED - (made?.decisions ?? 0)
  if (left <= 0) return
  const open = await db()
    .select({ id: reviewCase.id })
    .from(reviewCase)
    .where(
      and(
        eq(reviewCase.datasetId, datasetId),
        eq(reviewCase.status, 'open'),
        eq(reviewCase.restricted, false),
      ),
    )
    .orderBy(asc(reviewCase.digest), asc(reviewCase.category))
    .limit(left)
  const r = random(7)
  for (const [i, { id }] of open.entries())
    await decideOne(datasetId, id, i % 2 === 0 ? first : second, r.below(1000))
}

async function decideOne(datasetId: string, caseId: string, reviewer: Member, roll: number): Promise<void> {
  await transact(async (tx) => {
    const [found] = await tx
      .select({ digest: reviewCase.digest, category: reviewCase.category, round: reviewCase.round })
      .from(reviewCase)
      .where(and(eq(reviewCase.datasetId, datasetId), eq(reviewCase.id, caseId)))
    if (!found || !isUsual(found.category)) return
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
    await decide(tx, reviewer, input)
  })
}

const isUsual = (category: string): category is keyof typeof VERDICTS => category in VERDICTS
