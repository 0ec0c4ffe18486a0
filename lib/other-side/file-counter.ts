import 'server-only'
import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { counterNotice, takedownContact } from '@/db/schema'
import { system } from '@/lib/auth/load-actor'
import { membersOf } from '@/lib/people/members'
import { link } from '@/lib/takedowns/links'
import type { LockedRequest } from '@/lib/takedowns/request-row'
import { isClosed, may } from '@/lib/takedowns/status'
import { take } from '@/lib/takedowns/take'
import { type Answering, answering, named, notBound } from './bind'
import { IN_HAND } from './counter-row'
import type { ListedRows } from './listed-rows'
import { type Removed, removedBy } from './removed-by'

/**
 * A confirmed counter notice: bound to the removal it names, when that was made on a copyright request, and laid before the leads. Anything
 * else is answered as if there were no such removal. Whoever else answers the same removal shuts out nobody: each is looked at, and the
 * days of each count by themselves. Sent anew after something was asked for, it is looked at anew.
 */
export async function fileCounter(tx: Tx, requestId: string, rows: ListedRows): Promise<void> {
  const asked = await answering(tx, requestId)
  if (!asked) return
  const of = await named(tx, asked)
  const removed = of && canBeCountered(of) ? await removedBy(tx, of, asked, rows) : null
  if (!of || !removed || isNothing(removed) || (await hasSaidSo(tx, asked, of, removed)))
    return notBound(tx, asked, 'counter_notice')

  const { request } = asked
  const filer = (await membersOf(tx, of.datasetId, 'maintainer')).find(
    ({ email }) => email === asked.email.trim().toLowerCase(),
  )
  const filed = {
    ...{ ofRequestId: of.id, ...removed, receivedAt: new Date(), state: 'filed' as const },
    filerId: filer?.id ?? null,
    identifiedAs: filer ? ('maintainer' as const) : null,
    ...{ checkedBy: null, checkedAt: null, endedAt: null },
  }
  await tx
    .insert(counterNotice)
    .values({ requestId, ...filed })
    .onConflictDoUpdate({
      target: counterNotice.requestId,
      set: filed,
      setWhere: eq(counterNotice.state, 'lapsed'),
    })
  await link(tx, requestId, of.id, 'counters')
  await take(tx, system('takedown'), request, 'match', {
    type: 'matched',
    data: {
      items: removed.caseIds.length,
      ...(removed.ruleIds.length > 0 && { rules: removed.ruleIds.length }),
    },
  })
}

/**
 * Also what is countered, in court or fulfilled already: that need not be about the same items. And what is looked at again or held: what it
 * removed stays out meanwhile, and the law does not let its answer wait to be received (17 U.S.C. § 512(g)(2)(C)).
 */
const canBeCountered = (of: LockedRequest): boolean =>
  of.kind === 'copyright' && !of.restricted && (may(of.status, 'counter') || !isClosed(of.status))

const isNothing = ({ caseIds, ruleIds }: Removed): boolean => caseIds.length + ruleIds.length === 0

/** Whether the same mailbox answers all of that already: said twice it is one answer. */
async function hasSaidSo(
  tx: Tx,
  { request }: Answering,
  of: LockedRequest,
  { caseIds, ruleIds }: Removed,
): Promise<boolean> {
  const own = tx
    .select({ email: takedownContact.emailHmac })
    .from(takedownContact)
    .where(eq(takedownContact.requestId, request.id))
  const earlier = await tx
    .select({ caseIds: counterNotice.caseIds, ruleIds: counterNotice.ruleIds })
    .from(counterNotice)
    .innerJoin(takedownContact, eq(takedownContact.requestId, counterNotice.requestId))
    .where(
      and(
        eq(counterNotice.ofRequestId, of.id),
        ne(counterNotice.requestId, request.id),
        inArray(counterNotice.state, [...IN_HAND]),
        inArray(takedownContact.emailHmac, own),
      ),
    )
  const said = new Set(earlier.flatMap((one) => [...one.caseIds, ...one.ruleIds]))
  return [...caseIds, ...ruleIds].every((id) => said.has(id))
}
