import 'server-only'
import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { reviewCase } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { conflict, forbidden } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import type { PolicyInForce } from '@/lib/policies/queries'
import { STATEMENT } from '@/lib/release-format/disclosure'
import { type LockedCase, lockCase } from '@/lib/review/case-row'
import { groundOf } from '@/lib/review/ground'
import { refusedDirectly, whyNotDirectly } from '@/lib/review/refused-directly'
import { resolve } from '@/lib/review/resolve'
import { findingsNow } from '@/lib/review/seen'
import { mergeSpans } from '@/lib/review/spans'
import type { Action } from '@/lib/review/status'
import type { Answer, AnswerWords, JudgedRow } from './answers'
import type { LockedRequest } from './request-row'
import { type InForce, inForceOf, refuseOthersStatement } from './row-in-force'

/** What each verdict decides about a row. */
const ACTION: Partial<Record<JudgedRow['verdict'], Action>> = {
  mask: 'redact',
  statement: 'label',
  keep: 'keep',
}

type Said = Pick<JudgedRow, 'digest' | 'verdict' | 'proofId'>

/**
 * Refuses rows that could not be decided like that as they stand now, before the next ones are judged: a correction is decided at once, and
 * one row of it would have all judged anew. What waits for a statement can be decided by somebody else than judged it.
 */
export async function refuseUndecidable(
  tx: Tx,
  actor: Member,
  request: LockedRequest,
  rows: readonly Said[],
): Promise<void> {
  const waits = rows.some(({ verdict }) => verdict === 'statement')
  // In the order in which everybody locks cases.
  for (const row of [...rows].sort((a, b) => a.digest.compare(b.digest))) {
    const found = row.verdict === 'not_them' ? null : await caseAbout(tx, request, row.digest)
    if (!found || found.inForce?.action === 'remove') continue
    const { stays } = await underVerdict(tx, request, found, row)
    if (!waits && !(stays && found.status === 'decided')) refuseWho(await whyNotDirectly(tx, actor, found))
  }
}

/** Decides what a row comes to, unless it is out already or stays as it stands. */
export async function decideRow(
  tx: Tx,
  actor: Member,
  request: LockedRequest,
  {
    answer,
    words,
    row,
    policy,
  }: { answer: Answer; words: AnswerWords; row: JudgedRow; policy: PolicyInForce },
): Promise<void> {
  const found = await caseAbout(tx, request, row.digest)
  const action = ACTION[row.verdict]
  if (!found || !action) throw new Error('a row that is corrected has no case')
  // It is out already, and so is what is wrong in it.
  if (found.inForce?.action === 'remove') return
  const { stays, standing } = await underVerdict(tx, request, found, row)
  if (stays && found.status === 'decided') return
  refuseWho(await refusedDirectly(tx, actor, found))
  const common = { found, kind: 'override' as const, policy, seen: await findingsNow(tx, found) }
  if (stays && standing) {
    await resolve(tx, actor, { ...common, ...asItStands(policy, request, standing) })
    return
  }
  const codes = { reasonCode: answer.reasonCode ?? '', keepReason: words.keepReason ?? '' }
  const masked = standing?.action === 'redact' ? standing.spans : []
  await resolve(tx, actor, {
    ...{ ...common, action },
    reasonCode: reasonFor(policy, request, row.verdict, codes),
    spans: row.verdict === 'mask' ? mergeSpans([...row.spans, ...masked]) : [],
    ...(row.verdict === 'statement' ? { label: `${STATEMENT}${words.statement ?? ''}` } : {}),
  })
}

/** The reason of the policy in force that carries what a row comes to; none for what is not theirs. */
export function reasonFor(
  policy: PolicyInForce,
  { category }: LockedRequest,
  verdict: JudgedRow['verdict'],
  { reasonCode, keepReason }: { reasonCode: string; keepReason: string },
): string {
  const action = ACTION[verdict]
  if (!action) return ''
  return groundOf(policy, { category }, { action, reasonCode: action === 'keep' ? keepReason : reasonCode })
    .code
}

/**
 * What stands about a row, and whether it stays under this verdict: a mask is only ever added to, and what stands beside a row stays there,
 * whoever it is of. Throws where it can be neither left nor changed.
 */
async function underVerdict(
  tx: Tx,
  request: LockedRequest,
  found: LockedCase,
  row: Said,
): Promise<{ stays: boolean; standing: InForce | null }> {
  const now = found.inForce?.action
  if (now === 'redact' && row.verdict === 'statement') throw conflict(say('rights.errors.statementMasked'))
  const stays =
    now === 'restrict' ||
    (now === 'redact' && row.verdict !== 'mask') ||
    (now === 'label' && row.verdict === 'keep')
  const standing = await inForceOf(tx, found)
  if (!stays) await refuseOthersStatement(tx, standing, request, row)
  return { stays, standing }
}

function refuseWho(why: string | undefined): void {
  if (why !== undefined) throw forbidden(say('rights.errors.cannotDecide', { why }))
}

/** The same decision again, by the policy in force. */
function asItStands(
  policy: PolicyInForce,
  { category }: LockedRequest,
  { action, reasonCode, spans, label, territories }: InForce,
) {
  const { code } = groundOf(policy, { category }, { action, reasonCode })
  return {
    ...{ action, reasonCode: code, spans },
    ...(label !== null && { label }),
    ...(territories !== null && { territories }),
  }
}

/** The case about a row under the category of the request, whoever opened it, locked; null where there is none yet. */
async function caseAbout(
  tx: Tx,
  { datasetId, category }: LockedRequest,
  digest: Buffer,
): Promise<LockedCase | null> {
  const [row] = await tx
    .select({ id: reviewCase.id })
    .from(reviewCase)
    .where(
      and(
        eq(reviewCase.datasetId, datasetId),
        eq(reviewCase.digest, digest),
        eq(reviewCase.category, category),
      ),
    )
  return row ? lockCase(tx, datasetId, row.id) : null
}
