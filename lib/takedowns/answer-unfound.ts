import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import type { z } from 'zod'
import type { Db, Tx } from '@/db/client'
import { takedownCandidate, takedownMatch } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { conflict } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { wasContested } from './appeal'
import { waitsForLook } from './beyond'
import { isLookedFor } from './go-on-looking'
import { isAnswering } from './kinds'
import { refuseOwnRequest } from './own-request'
import type { ofRequest } from './process-input'
import type { LockedRequest } from './request-row'
import { isAnswered } from './rights'
import { settle } from './settle'
import { namedButNotFound } from './suppress'
import { handled } from './take'

/**
 * Answers a complaint of which nothing was found again: by a person who has looked, because no complaint is answered by a machine alone
 * (Regulation (EU) 2022/2065 Art. 20(6)). Of a legal kind a second person has to agree before.
 */
export async function answerUnfound(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof ofRequest>,
): Promise<{ requestId: string }> {
  const request = await handled(tx, actor, requestId)
  await refuseOwnRequest(tx, actor, requestId)
  if (!(await waitsUnfound(tx, request))) throw conflict(say('process.errors.found'))
  await settle(tx, request, { unfoundBy: actor })
  return { requestId }
}

/**
 * Whether a complaint waits for somebody to say that there is nothing. What is restricted has an answer of its own, and so has who asks what there
 * is about them (answer-right.ts).
 */
export async function waitsUnfound(
  on: Db | Tx,
  {
    id,
    kind,
    right,
    status,
    restricted,
  }: Pick<LockedRequest, 'id' | 'kind' | 'right' | 'status' | 'restricted'>,
): Promise<boolean> {
  if (
    status !== 'under_review' ||
    restricted ||
    isAnswered({ right }) ||
    isAnswering(kind) ||
    !(await wasContested(on, id))
  )
    return false
  return (await ledToNothing(on, id)) && (await namedButNotFound(on, { id, kind })).length === 0
}

/** Whether what it names was looked for and nothing was found, or nothing is left of what was. */
export async function ledToNothing(on: Db | Tx, requestId: string): Promise<boolean> {
  const [match] = await on
    .select({ id: takedownMatch.caseId })
    .from(takedownMatch)
    .where(eq(takedownMatch.requestId, requestId))
    .limit(1)
  const [candidate] = await on
    .select({ id: takedownCandidate.targetId })
    .from(takedownCandidate)
    .where(and(eq(takedownCandidate.requestId, requestId), ne(takedownCandidate.state, 'dropped')))
    .limit(1)
  return !match && !candidate && !(await isLookedFor(on, requestId)) && !(await waitsForLook(on, requestId))
}
