import 'server-only'
import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Db, db, transact, type Tx } from '@/db/client'
import { lookupSearch } from '@/db/schema'
import type { Visitor } from '@/lib/auth/actor'
import { searchSubject } from '@/lib/crypto/subject'
import { destroyKey, keyFor } from '@/lib/crypto/subject-keys'
import { openJsonOf, sealJsonFor } from '@/lib/crypto/subject-seal'
import { notFound, rateLimited } from '@/lib/errors'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'
import { localeOfReader, say } from '@/lib/i18n/say'
import { enqueue } from '@/lib/jobs/enqueue'
import { eraseLetters } from '@/lib/mail/delivery'
import { enqueueMail } from '@/lib/mail/outbox'
import { lookupLink } from '@/lib/mail/templates/lookup-link'
import { paths } from '@/lib/paths'
import { env } from '@/lib/runtime/env'
import { type Look, lookAtPage } from '@/lib/takedowns/look-at-place'
import { newPageToken, newToken, tokenHash } from '@/lib/takedowns/tokens'
import type { Claim, MailClaim, PageClaim } from './input'

/** Per network and hour; letters to one address in a day; and of everybody in a day, because an address is looked for in every row. */
export const PROVE_LIMIT: Limit = { name: 'lookup/prove', max: 10, windowSeconds: 3600 }
export const ADDRESS_LIMIT: Limit = { name: 'lookup/address', max: 3, windowSeconds: 86_400 }
const DAY_LIMIT: Limit = { name: 'lookup/prove-everybody', max: 500, windowSeconds: 86_400 }
/** Of pages by themselves: who claims many keeps nobody from having a letter. */
const PAGE_DAY_LIMIT: Limit = { name: 'lookup/pages-everybody', max: 2_000, windowSeconds: 86_400 }

/** The link, what it was about and what was found go after that. */
export const KEPT_DAYS = 7

/**
 * How often a page is looked at for one who asks, and of one host in an hour for all: nobody has us call on others without end. Counted
 * when we call. One network presses no oftener than `PROVE_LIMIT` says, a twelfth of what a host is called on: none uses it up for all.
 */
const LOOK_LIMIT: Limit = { name: 'lookup/look', max: 10, windowSeconds: 86_400 }
export const HOST_LIMIT: Limit = { name: 'lookup/host', max: 120, windowSeconds: 3600 }

const claim = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('email'), value: z.string(), to: z.string() }),
  z.object({ kind: z.enum(['domain', 'prefix']), value: z.string(), to: z.string() }),
  /** `shows`: the text that is to stand on the page. */
  z.object({ kind: z.literal('page'), value: z.string(), shows: z.string() }),
])
export type KeptClaim = z.infer<typeof claim>

/** What is asked for by a mailbox gets a link there; of a page, its own text to write on it. */
export const prove = (
  tx: Tx,
  _visitor: Visitor,
  given: Claim,
): Promise<{ sent: true } | { token: string }> =>
  given.kind === 'page' ? provePage(tx, given) : proveByMail(tx, given)

/**
 * A page, or an account: who can write on it, where everybody reads it, has it. Nothing is looked for before its text was seen there, and
 * the link of the page that says which text opens nothing else.
 */
async function provePage(tx: Tx, { kind, value }: PageClaim): Promise<{ token: string }> {
  if (!(await withinLimit(tx, PAGE_DAY_LIMIT, 'everybody'))) throw rateLimited(say('lookup.errors.day'))
  return { token: (await insertSearch(tx, { kind, value, shows: newPageToken() })).token }
}

/**
 * Sends a link to the mailbox that goes with what is claimed: only whoever reads it sees an answer. Says the same whatever is true: whether
 * there is such a mailbox, and whether it had its letters for today.
 */
async function proveByMail(tx: Tx, given: MailClaim): Promise<{ sent: true }> {
  const known = await withinLimit(tx, ADDRESS_LIMIT, given.to.toLowerCase())
  if (!known || !(await withinLimit(tx, DAY_LIMIT, 'everybody'))) return { sent: true }
  const { id, token } = await insertSearch(tx, given)
  await enqueueMail(tx, {
    to: given.to,
    language: localeOfReader(),
    template: lookupLink,
    data: { url: env().url + paths.lookupProven(token), days: KEPT_DAYS },
    searchId: id,
  })
  return { sent: true }
}

async function insertSearch(tx: Tx, given: KeptClaim): Promise<{ id: string; token: string }> {
  const id = randomUUID()
  const { token, hash } = newToken()
  const expiresAt = new Date(Date.now() + KEPT_DAYS * 86_400_000)
  const sealed = sealJsonFor(await keyFor(tx, searchSubject(id)), 'lookup_search', given)
  await tx.insert(lookupSearch).values({ id, kind: given.kind, sealed, tokenHash: hash, expiresAt })
  await enqueue(tx, 'lookup.forget', { searchId: id }, { runAt: expiresAt })
  return { id, token }
}

/** Begins to look, once; of a page, looks whether it shows its text first. Throws not_found for a link that is none, or whose time is over. */
export async function beginSearch(
  tx: Tx,
  _visitor: Visitor,
  { token }: { token: string },
): Promise<{ token: string }> {
  const [found] = await tx
    .select({
      id: lookupSearch.id,
      state: lookupSearch.state,
      sealed: lookupSearch.sealed,
      over: sql<boolean>`${lookupSearch.expiresAt} <= now()`,
    })
    .from(lookupSearch)
    .where(eq(lookupSearch.tokenHash, tokenHash(token)))
    .for('update')
  if (!found || found.over) throw notFound('link')
  if (found.state !== 'sent') return { token }
  const kept = await claimOf(found.sealed, tx)
  if (!kept) throw notFound('link')
  // Another host is called on by a job, never while somebody waits.
  if (kept.kind === 'page')
    await enqueue(
      tx,
      'lookup.page',
      { searchId: found.id },
      { key: `lookup.page/${found.id}`, maxAttempts: 3 },
    )
  else await begin(tx, found.id)
  return { token }
}

async function begin(tx: Tx, searchId: string): Promise<void> {
  await tx.update(lookupSearch).set({ state: 'looking' }).where(eq(lookupSearch.id, searchId))
  await enqueue(tx, 'lookup.search', { searchId }, { queue: 'lookup' })
}

/**
 * Looks whether the page that somebody claims shows its text, and if it does begins to count. Nothing is locked while the network is waited
 * for; a test brings its own.
 */
export async function lookAtClaim(searchId: string, look?: Look): Promise<void> {
  const [row] = await db().select().from(lookupSearch).where(eq(lookupSearch.id, searchId))
  if (row?.state !== 'sent' || row.expiresAt <= new Date()) return
  const kept = await claimOf(row.sealed)
  if (kept?.kind !== 'page') return
  const looked = (await mayLook(searchId, kept.value))
    ? await lookAtPage(kept.value, kept.shows, look)
    : 'too_often'
  await transact(async (tx) => {
    const [now] = await tx
      .select({ state: lookupSearch.state })
      .from(lookupSearch)
      .where(eq(lookupSearch.id, searchId))
      .for('update')
    if (now?.state !== 'sent') return
    if (looked === 'shown') return begin(tx, searchId)
    await tx.update(lookupSearch).set({ lastLook: looked }).where(eq(lookupSearch.id, searchId))
  })
}

const mayLook = async (searchId: string, page: string): Promise<boolean> =>
  (await withinLimit(db(), LOOK_LIMIT, searchId)) &&
  (await withinLimit(db(), HOST_LIMIT, new URL(page).hostname))

/** What the holder of a link sees; null for one that is none. */
export async function provenView(token: string) {
  const [found] = await db()
    .select()
    .from(lookupSearch)
    .where(eq(lookupSearch.tokenHash, tokenHash(token)))
  if (!found || found.expiresAt <= new Date()) return null
  const opened = await claimOf(found.sealed)
  if (!opened) return null
  const { state, cursor, found: counts, expiresAt, lastLook } = found
  return {
    ...{ kind: opened.kind, value: opened.value, state, cursor, counts: counts ?? [], expiresAt, lastLook },
    /** Of a page that has not shown it yet: the text to write there. */
    shows: opened.kind === 'page' && state === 'sent' ? opened.shows : null,
  }
}

export async function claimOf(sealed: Uint8Array, on: Db | Tx = db()): Promise<KeptClaim | null> {
  return claim.nullable().parse(await openJsonOf(on, { place: 'lookup_search', sealed }))
}

/** Forgets what was looked for, what was found, and the letter that named it, delivered or not. */
export async function forgetLookup(tx: Tx, searchId: string): Promise<void> {
  await tx.delete(lookupSearch).where(eq(lookupSearch.id, searchId))
  await eraseLetters(tx, { searchId })
  await destroyKey(tx, searchSubject(searchId))
}
