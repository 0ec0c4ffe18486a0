import 'server-only'
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Db, Tx } from '@/db/client'
import { decrypt, encrypt } from './aead'
import { derivedKey, fingerprint } from './instance-key'
import { randomBytes } from './random-bytes'
import type { Subject } from './subject'

/** The key of one subject. The id is random, so that a key made after an erasure is not taken for the one destroyed. */
export type SubjectKey = { id: string; key: Buffer }

/**
 * The keys of subjects, made where there are none, in one statement; in the order asked for. Asked for again in the same
 * transaction they are at hand: a verb that seals a note and an opening pays once.
 */
export async function keysFor(tx: Tx, subjects: readonly Subject[]): Promise<SubjectKey[]> {
  const known = keysOf(tx)
  const tags = subjects.map(tagOf)
  // In one order, as everybody inserts them: two transactions never wait for each other in a circle.
  const wanted = () => [...new Set(tags)].filter((tag) => !known.has(tag)).sort()
  // Made by a transaction that has committed since the statement began, a key is neither inserted nor seen: the next round sees it.
  for (let missing = wanted(); missing.length > 0; missing = wanted()) {
    for (const [tag, key] of await insertOrRead(tx, missing)) known.set(tag, key)
  }
  return tags.map((tag) => known.get(tag) ?? absent())
}

export async function keyFor(tx: Tx, subject: Subject): Promise<SubjectKey> {
  const [key] = await keysFor(tx, [subject])
  return key ?? absent()
}

/** The keys with these ids, by id; one that was destroyed is not in the map. */
export async function keysById(on: Db | Tx, ids: readonly string[]): Promise<Map<string, SubjectKey>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await on.execute<Row>(sql`
    select id, encode(subject, 'hex') as subject, encode(wrapped, 'hex') as wrapped
    from subject_key where id = any(${sql.param(wanted)}::uuid[])`)
  return new Map(rows.map((row) => [row.id, unwrapped(row)]))
}

/** The id of a subject's key, null when it has none (any more). */
export async function keyIdOf(on: Db | Tx, subject: Subject): Promise<string | null> {
  const [row] = await on.execute<{ id: string }>(sql`
    select id from subject_key where subject = decode(${tagOf(subject)}, 'hex')`)
  return row?.id ?? null
}

/**
 * Destroys a subject's key: whatever was sealed under it is gone, here and in every copy whose key store is today's. Answers
 * whether there was one.
 */
export async function destroyKey(tx: Tx, subject: Subject): Promise<boolean> {
  const tag = tagOf(subject)
  keysOf(tx).delete(tag)
  const gone = await tx.execute(
    sql`delete from subject_key where subject = decode(${tag}, 'hex') returning 1`,
  )
  return gone.length > 0
}

type Row = { id: string; subject: string; wrapped: string }

/** LATERAL with a limit is read by the index, however many keys there are: as a join the whole table was, for each thousand. */
async function insertOrRead(tx: Tx, tags: readonly string[]): Promise<[tag: string, SubjectKey][]> {
  const fresh = new Map(tags.map((tag) => [tag, makeKey(tag)]))
  const column = (name: keyof Row) => sql.param([...fresh.values()].map(({ row }) => row[name]))
  const rows = await tx.execute<{ id: string; subject: string; wrapped: string | null }>(sql`
    with asked as (
      select id, decode(subject, 'hex') as subject, decode(wrapped, 'hex') as wrapped
      from unnest(${column('id')}::uuid[], ${column('subject')}::text[], ${column('wrapped')}::text[]) as t (id, subject, wrapped)),
    made as (
      insert into subject_key (id, subject, wrapped) select id, subject, wrapped from asked order by subject
      on conflict (subject) do nothing
      returning id, subject)
    select id, encode(subject, 'hex') as subject, encode(wrapped, 'hex') as wrapped from (
      select id, subject, null::bytea as wrapped from made
      union all
      select k.id, k.subject, k.wrapped from asked, lateral (
        select id, subject, wrapped from subject_key where subject = asked.subject limit 1) as k) as both_ways`)
  return rows.map(({ id, subject, wrapped }) => {
    const made = fresh.get(subject)?.made
    // One that was inserted is the one at hand; unwrapping it again would be half of the cost of a bulk.
    if (wrapped === null) return [subject, made ?? absent()]
    return [subject, unwrapped({ id, subject, wrapped })]
  })
}

function makeKey(tag: string): { made: SubjectKey; row: Row } {
  const made = { id: randomUUID(), key: randomBytes(32) }
  const wrapped = encrypt(derivedKey('subject-key'), boundTo(made.id, tag), made.key)
  return { made, row: { id: made.id, subject: tag, wrapped: wrapped.toString('hex') } }
}

const unwrapped = ({ id, subject, wrapped }: Row): SubjectKey => ({
  id,
  key: decrypt(derivedKey('subject-key'), boundTo(id, subject), Buffer.from(wrapped, 'hex')),
})

/** A key that was moved to another subject's row, or under another id, does not unwrap. */
const boundTo = (id: string, tag: string) => Buffer.from(`winnow-subject-key/1\n${id}\n${tag}`)

/** What the store knows a subject by: a keyed fingerprint, so that a copy of the store alone names nobody. */
function tagOf(subject: Subject): string {
  return fingerprint('subject', nameOf(subject)).toString('hex')
}

function nameOf(subject: Subject): string {
  switch (subject.kind) {
    case 'item':
      return `item\n${subject.datasetId}\n${Buffer.from(subject.digest).toString('hex')}`
    case 'request':
      return `request\n${subject.requestId}`
    case 'application':
      return `application\n${subject.applicationId}`
    case 'search':
      return `search\n${subject.searchId}`
    case 'holder':
      return `holder\n${subject.holderId}`
    case 'sender':
      return `sender\n${subject.senderId}`
  }
}

/** Never longer than a transaction: a key that is destroyed meanwhile must not live on in memory. */
const byTransaction = new WeakMap<Tx, Map<string, SubjectKey>>()

function keysOf(tx: Tx): Map<string, SubjectKey> {
  const known = byTransaction.get(tx) ?? new Map<string, SubjectKey>()
  byTransaction.set(tx, known)
  return known
}

const absent = (): never => {
  throw new Error('a subject without a key after one was made')
}
