import 'server-only'
import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { db, transact, type Tx } from '@/db/client'
import { takedownReservation, takedownTarget } from '@/db/schema'
import type { Member } from '@/lib/auth/actor'
import { authorize } from '@/lib/auth/authorize'
import { requestSubject } from '@/lib/crypto/subject'
import { keyFor } from '@/lib/crypto/subject-keys'
import { openAll, sealJsonFor } from '@/lib/crypto/subject-seal'
import { conflict, notFound } from '@/lib/errors'
import { say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import type { Target } from '@/lib/takedowns/parse-targets'
import { lockRequest } from '@/lib/takedowns/request-row'
import { targetsOf } from '@/lib/takedowns/results'
import { lookForReservations, type Signals, stateOf } from './look'

export const askInput = z.object({ requestId: z.uuid() })

/** Most addresses of one request that are asked about: those named first. */
const MOST_ADDRESSES = 10

/** A lead has the addresses that an opt-out names asked what they reserve. Nothing is fetched here: a job does it. */
export async function askForReservations(
  tx: Tx,
  actor: Member,
  { requestId }: z.output<typeof askInput>,
): Promise<{ requestId: string }> {
  const request = await lockRequest(tx, requestId)
  if (request.restricted) throw notFound('request')
  authorize(actor, 'takedown.handle', request)
  if (request.kind !== 'opt_out') throw conflict(say('reservations.errors.kind'))
  const targets = await targetsOf(tx, requestId)
  if (addressesOf(targets.map(({ target }) => target)).length === 0)
    throw conflict(say('reservations.errors.nowhere'))
  await enqueue(tx, 'takedown.reservations', { requestId }, { maxAttempts: 3 })
  return { requestId }
}

/**
 * The job: asks each address once and keeps what it said as a fact, sealed under the key of the request. A request that was erased
 * meanwhile keeps nothing. Run again after a crash it asks again: what is kept is what stood there at a moment, so twice does no harm.
 */
export async function recordReservations(requestId: string): Promise<void> {
  const targets = await targetsOf(db(), requestId)
  for (const address of addressesOf(targets.map(({ target }) => target))) {
    const signals = await lookForReservations(address)
    await transact(async (tx) => {
      const [left] = await tx
        .select({ id: takedownTarget.id })
        .from(takedownTarget)
        .where(eq(takedownTarget.requestId, requestId))
        .limit(1)
        .for('share')
      if (!left) return
      const key = await keyFor(tx, requestSubject(requestId))
      await tx.insert(takedownReservation).values({
        ...{ requestId, state: stateOf(signals) },
        sealed: sealJsonFor(key, 'takedown_reservation', signals),
      })
    })
  }
}

export type Recorded = { id: string; state: 'found' | 'none' | 'failed'; at: Date; signals: Signals }

/** What was found for a request, newest first. */
export async function reservationsOf(requestId: string): Promise<Recorded[]> {
  const rows = await db()
    .select()
    .from(takedownReservation)
    .where(eq(takedownReservation.requestId, requestId))
    .orderBy(desc(takedownReservation.createdAt))
    .limit(50)
  const opened = await openAll(
    db(),
    rows.map(({ sealed }) => ({ place: 'takedown_reservation', sealed })),
  )
  return rows.flatMap(({ id, state, createdAt }, i) => {
    const bytes = opened[i]
    return bytes
      ? [{ id, state, at: createdAt, signals: signalsSchema.parse(JSON.parse(bytes.toString('utf8'))) }]
      : []
  })
}

/** Where a site could say something: each address once, of a whole domain or host its first page. */
export function addressesOf(targets: readonly Target[]): string[] {
  const found = targets.flatMap((target) => {
    if (target.kind === 'url' || target.kind === 'prefix') return [target.value]
    return target.kind === 'domain' || target.kind === 'host' ? [`https://${target.value}/`] : []
  })
  const addresses = found.flatMap((address) => {
    const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`
    return URL.canParse(whole) ? [new URL(whole).href] : []
  })
  return [...new Set(addresses)].slice(0, MOST_ADDRESSES)
}

const read = <T extends z.ZodType>(value: T) =>
  z.union([
    z.object({ address: z.string(), unread: z.string() }),
    z.object({ address: z.string(), value: value.nullable() }),
  ])
const tdm = z.object({ reserved: z.boolean(), policy: z.string().nullable() })
/** As it was kept while only what is not allowed was read. */
const notAllowed = z.string().transform((name) => ({ entry: name, use: 'notAllowed' as const, info: null }))
const entry = z.object({
  entry: z.string(),
  use: z.enum(['allowed', 'constrained', 'notAllowed']),
  info: z.string().nullable(),
})
const signalsSchema: z.ZodType<Signals> = z.object({
  address: z.string(),
  at: z.string(),
  tdm: tdm.nullable(),
  tdmFile: read(tdm),
  tdmHeader: read(tdm),
  tdmMeta: read(tdm),
  robotsTag: read(z.object({ noai: z.boolean(), noimageai: z.boolean() })),
  robotsTxt: read(z.object({ agent: z.string(), rule: z.string(), allowed: z.boolean() })),
  c2pa: read(z.array(z.union([notAllowed, entry]))),
})
