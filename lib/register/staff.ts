import 'server-only'
import { and, desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { registerEntry, registerFact } from '@/db/schema'
import { actorRef, type Member } from '@/lib/auth/actor'
import { cannot } from '@/lib/auth/cannot'
import { datasetsWhere } from '@/lib/auth/permissions'
import { AppError } from '@/lib/errors'
import { env } from '@/lib/runtime/env'
import type { TakedownKind } from '@/lib/takedowns/attestations'
import type { RequestView } from '@/lib/takedowns/queries'
import { buildNotice, whyNotListed } from './build'
import { isListed, isPersonal, needsTwo, type Notice, noticeSchema, withoutPersons } from './notice'
import type { Present } from './present'
import { type Fact, lastFact } from './publish'
import { presentOf } from './queries'

type Asked = Pick<
  RequestView,
  'id' | 'datasetId' | 'slug' | 'kind' | 'category' | 'restricted' | 'confidential' | 'submittedAt' | 'dueAt'
>

/** What staff see of a request's publicity: why there is none, a preview, or what was decided about it. */
export type Publicity = {
  /** Why nothing can be published, now or ever. */
  barred: string | null
  denied: string | undefined
  state: 'new' | 'proposed' | 'embargo' | 'published' | 'rescinded' | 'withheld'
  needsTwo: boolean
  /** Whether staff may add a sentence. */
  mayAdd: boolean
  embargoDays: number
  /** As it would be, or is, read. */
  notice: Notice | null
  /** Of what is published: what was decided otherwise since. */
  now: Present | null
  registerId: string | null
  factId: string | null
  mine: boolean
  at: Date | null
}

export async function publicityOf(actor: Member, request: Asked): Promise<Publicity> {
  const base = {
    denied: cannot(actor, 'takedown.handle', request.datasetId),
    needsTwo: isListed(request.kind) && needsTwo(request.kind),
    mayAdd: !isPersonal(request.category),
    embargoDays: env().registerEmbargoDays,
  }
  const none = { notice: null, now: null, registerId: null, factId: null, mine: false, at: null }
  const barred = whyNotListed(request)
  if (barred !== null) return { ...base, ...none, barred, state: 'new' }
  const last = await lastOf(request.id)
  if (last && last.type !== 'withheld') {
    const { notice: said, at, state } = stateOf(last, await noticeIn(last))
    const notice = said && withoutPersons(said, request.category)
    const now = state === 'published' ? await presentOf(last.registerId) : null
    return {
      ...{ ...base, barred: null, state, notice, now, at },
      ...{ registerId: last.registerId, factId: last.id, mine: last.actor === actorRef(actor) },
    }
  }
  try {
    const { notice } = await buildNotice(db(), request, { summary: null, hidden: [] })
    return { ...base, ...none, barred: null, state: last ? 'withheld' : 'new', notice }
  } catch (error) {
    if (error instanceof AppError) return { ...base, ...none, barred: error.message, state: 'new' }
    throw error
  }
}

export type Waiting = { requestId: string; reference: string; name: string; kind: TakedownKind; at: Date }

/** Notices that wait for a second lead, in the datasets where the actor could be that lead and did not propose them. */
export async function waitingForRelease(actor: Member): Promise<Waiting[]> {
  const datasets = datasetsWhere(actor, 'takedown.handle')
  if (datasets.length === 0) return []
  const rows = await db().execute<Waiting>(sql`
      select q.id as "requestId", q.reference, d.name, q.kind::text as kind, l.created_at as at
      from register_entry e
      join takedown_request q on q.id = e.request_id
      join dataset d on d.id = e.dataset_id
      join lateral (
        select f.type, f.actor, f.created_at from register_fact f
        where f.register_id = e.id order by f.created_at desc limit 1) l on true
      where l.type = 'proposed' and l.actor <> ${actorRef(actor)}
        and e.dataset_id = any (${sql.param(datasets)}::uuid[])
      order by l.created_at limit 100`)
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}

async function lastOf(requestId: string): Promise<Fact | null> {
  const [entry] = await db()
    .select({ id: registerEntry.id })
    .from(registerEntry)
    .where(eq(registerEntry.requestId, requestId))
  return entry ? lastFact(db(), entry.id) : null
}

/** A fact that rescinds carries no notice: staff still see what had been published. */
async function noticeIn(last: Fact): Promise<Notice | null> {
  if (last.notice) return noticeSchema.parse(last.notice)
  const [released] = await db()
    .select({ notice: registerFact.notice })
    .from(registerFact)
    .where(and(eq(registerFact.registerId, last.registerId), eq(registerFact.type, 'released')))
    .orderBy(desc(registerFact.createdAt))
    .limit(1)
  return released?.notice ? noticeSchema.parse(released.notice) : null
}

function stateOf({ type, publishFrom, createdAt }: Fact, notice: Notice | null) {
  if (type === 'proposed') return { state: 'proposed' as const, notice, at: createdAt }
  if (type === 'rescinded') return { state: 'rescinded' as const, notice, at: createdAt }
  const embargo = publishFrom !== null && publishFrom > new Date()
  return { state: embargo ? ('embargo' as const) : ('published' as const), notice, at: publishFrom }
}
