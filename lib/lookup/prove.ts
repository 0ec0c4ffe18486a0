import 'server-only'
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db, type Tx } from '@/db/client'
import { lookupSearch } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { searchSubject } from '@/lib/crypto/subject'
import { destroyKey, keyFor } from '@/lib/crypto/subject-keys'
import { openJsonOf, sealJsonFor } from '@/lib/crypto/subject-seal'
import { notFound } from '@/lib/errors'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'
import { enqueue } from '@/lib/jobs/enqueue'
import { eraseLetters } from '@/lib/mail/delivery'
import { enqueueMail } from '@/lib/mail/outbox'
import { lookupLink } from '@/lib/mail/templates/lookup-link'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { newToken, tokenHash } from '@/lib/takedowns/tokens'
import type { Claim } from './input'

/** Per network and hour; letters to one address in a day; and of everybody in a day, because an address is looked for in every row. */
export const PROVE_LIMIT: Limit = { name: 'lookup/prove', max: 10, windowSeconds: 3600 }
export const ADDRESS_LIMIT: Limit = { name: 'lookup/address', max: 3, windowSeconds: 86_400 }
const DAY_LIMIT: Limit = { name: 'lookup/prove-everybody', max: 500, windowSeconds: 86_400 }

/** The link, what it was about and what was found go after that. */
export const KEPT_DAYS = 7

const claim = z.object({ kind: z.enum(['email', 'domain', 'prefix']), value: z.string(), to: z.string() })

/**
 * Sends a link to the mailbox that goes with what is claimed: only whoever reads it sees an answer. Says the same whatever is true: whether
 * there is such a mailbox, and whether it had its letters for today.
 */
export async function prove(tx: Tx, _visitor: Visitor, given: Claim): Promise<{ sent: true }> {
  const known = await withinLimit(tx, ADDRESS_LIMIT, given.to.toLowerCase())
  if (!known || !(await withinLimit(tx, DAY_LIMIT, 'everybody'))) return { sent: true }
  const id = randomUUID()
  const { token, hash } = newToken()
  const expiresAt = new Date(Date.now() + KEPT_DAYS * 86_400_000)
  const sealed = sealJsonFor(await keyFor(tx, searchSubject(id)), 'lookup_search', given)
  await tx.insert(lookupSearch).values({ id, kind: given.kind, sealed, tokenHash: hash, expiresAt })
  await enqueue(tx, 'lookup.forget', { searchId: id }, { runAt: expiresAt })
  await enqueueMail(tx, {
    to: given.to,
    template: lookupLink,
    data: { url: env().url + paths.lookupProven(token), days: KEPT_DAYS },
    searchId: id,
  })
  return { sent: true }
}

/** Begins to look, once. Throws not_found for a link that is none, or whose time is over. */
export async function beginSearch(
  tx: Tx,
  _visitor: Visitor,
  { token }: { token: string },
): Promise<{ token: string }> {
  const [found] = await tx
    .select({
      id: lookupSearch.id,
      state: lookupSearch.state,
      over: sql<boolean>`${lookupSearch.expiresAt} <= now()`,
    })
    .from(lookupSearch)
    .where(eq(lookupSearch.tokenHash, tokenHash(token)))
    .for('update')
  if (!found || found.over) throw notFound('link')
  if (found.state === 'sent') {
    await tx.update(lookupSearch).set({ state: 'looking' }).where(eq(lookupSearch.id, found.id))
    await enqueue(tx, 'lookup.search', { searchId: found.id }, { queue: 'lookup' })
  }
  return { token }
}

/** What the holder of a link sees; null for one that is none. */
export async function provenView(token: string) {
  const [found] = await db()
    .select()
    .from(lookupSearch)
    .where(eq(lookupSearch.tokenHash, tokenHash(token)))
  if (!found || found.expiresAt <= new Date()) return null
  const opened = await claimOf(found.sealed)
  if (!opened) return null
  const { state, cursor, found: counts, expiresAt } = found
  return { kind: opened.kind, value: opened.value, state, cursor, counts: counts ?? [], expiresAt }
}

export async function claimOf(sealed: Uint8Array): Promise<Claim | null> {
  return claim.nullable().parse(await openJsonOf(db(), { place: 'lookup_search', sealed }))
}

/** Forgets what was looked for, what was found, and the letter that named it, delivered or not. */
export async function forgetLookup(tx: Tx, searchId: string): Promise<void> {
  await tx.delete(lookupSearch).where(eq(lookupSearch.id, searchId))
  await eraseLetters(tx, { searchId })
  await destroyKey(tx, searchSubject(searchId))
}
