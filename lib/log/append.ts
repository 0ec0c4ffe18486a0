import 'server-only'
import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '@/db/client'
import { type Actor, actorRef } from '@/lib/auth/actor'
import { randomBytes } from '@/lib/crypto/random-bytes'
import { sealJson } from '@/lib/crypto/seal'
import type { Subject } from '@/lib/crypto/subject'
import { keysFor, type SubjectKey } from '@/lib/crypto/subject-keys'
import { sealJsonFor } from '@/lib/crypto/subject-seal'
import { MAX_ENTRY_LENGTH } from '@/lib/tlog/bundle'
import { toBase64Url } from '@/lib/tlog/base64'
import { canonicalBytes } from '@/lib/tlog/canonical-json'
import { SALT_LENGTH } from '@/lib/tlog/commitment'
import { commitmentOf } from './commitments'
import { entrySchema, type LogEvent, type OpenEvent } from './entries'
import { namesActor, privateParts } from './private-parts'
import { sha256 } from './sha256'

export type Appended = { entryId: string }

/**
 * Records an event in the caller's transaction: the public entry's exact bytes wait in `log_pending` for the
 * sequencer, the opening of its commitment goes to `log_opening`, sealed under the key of whom it is about. Rolls back with
 * the transaction. Throws, before anything is written, when a value does not fit the closed schema of its type: a fault of
 * the verb.
 */
export async function appendEntry(tx: Tx, actor: Actor, event: LogEvent): Promise<Appended> {
  const [appended] = await appendEntries(tx, actor, [event])
  if (!appended) throw new Error('an event was appended without an entry')
  return appended
}

/** As `appendEntry` for many events at once, in three statements per thousand; answers in the order of the events. */
export async function appendEntries(tx: Tx, actor: Actor, events: readonly LogEvent[]): Promise<Appended[]> {
  const at = new Date()
  const prepared = events.map((event) => prepare(event, actor, at))
  for (let from = 0; from < prepared.length; from += CHUNK) {
    await insert(tx, await sealed(tx, prepared.slice(from, from + CHUNK)))
  }
  return prepared.map(({ entryId }) => ({ entryId }))
}

/** The event of a restricted category as the log may show it. */
export function sealedIf(restricted: boolean, event: OpenEvent): LogEvent {
  return restricted ? { type: 'sealed', event } : event
}

const CHUNK = 1_000

type Prepared = {
  entryId: string
  body: Buffer
  field: string
  opening: { salt: string; value: unknown }
  about: Subject | undefined
}
type Ready = { entryId: string; body: Buffer; field: string; opening: Buffer; keyId: string | null }

function prepare(event: LogEvent, actor: Actor, at: Date): Prepared {
  const entryId = randomUUID()
  const value = committedValue(event, actor)
  const salt = randomBytes(SALT_LENGTH)
  const entry = fit(event.type, entrySchema, {
    t: event.type,
    v: 1,
    id: entryId,
    at: rounded(at, event.type === 'sealed' ? 'day' : 'hour'),
    c: commitmentOf({ field: event.type, value, salt }, sha256),
    ...(event.type === 'sealed' ? {} : event.public),
  })
  const body = Buffer.from(canonicalBytes(entry))
  if (body.length > MAX_ENTRY_LENGTH) throw new RangeError(`a log entry of ${body.length} bytes`)
  const about = (event.type === 'sealed' ? event.event : event).about ?? undefined
  return { entryId, body, field: event.type, opening: { salt: toBase64Url(salt), value }, about }
}

/** The keys of all subjects at once. An opening is bound to its entry, so that two of one subject cannot be exchanged. */
async function sealed(tx: Tx, prepared: readonly Prepared[]): Promise<Ready[]> {
  const subjects = prepared.flatMap(({ about }) => about ?? [])
  const keys = subjects.length > 0 ? await keysFor(tx, subjects) : []
  let next = 0
  return prepared.map(({ entryId, body, field, opening, about }) => {
    const key: SubjectKey | undefined = about && keys[next++]
    const under = key ? sealJsonFor(key, `log_opening/${entryId}`, opening) : sealJson(opening)
    return { entryId, body, field, opening: under, keyId: key?.id ?? null }
  })
}

/** The private part, with its actor unless its opening is made to be published; of a sealed event everything. */
function committedValue(event: LogEvent, actor: Actor): unknown {
  if (event.type === 'sealed') {
    const { type, public: shown } = event.event
    return { type, public: shown, private: committedValue(event.event, actor), actor: actorRef(actor) }
  }
  const value: object = fit(event.type, privateParts[event.type], event.private)
  return namesActor(event.type) ? { ...value, actor: actorRef(actor) } : value
}

/** Not a ZodError, which the adapters would show to a person as their mistake; and no value, only where it stood. */
function fit<S extends z.ZodType>(type: string, schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const places = parsed.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`)
  throw new TypeError(`a ${type} event does not fit its log entry: ${places.join(', ')}`)
}

/** The hour or the day an instant lies in, in UTC: a person's working rhythm is personal data too. */
function rounded(at: Date, to: 'hour' | 'day'): string {
  const iso = at.toISOString()
  return to === 'hour' ? `${iso.slice(0, 13)}:00:00Z` : `${iso.slice(0, 10)}T00:00:00Z`
}

async function insert(tx: Tx, prepared: readonly Ready[]): Promise<void> {
  const ids = sql.param(prepared.map(({ entryId }) => entryId))
  const keyIds = sql.param(prepared.map(({ keyId }) => keyId))
  const hex = (column: 'body' | 'opening') =>
    sql.param(prepared.map((entry) => entry[column].toString('hex')))
  // WITH ORDINALITY keeps the order of the events as the order of their log indices.
  const pending = tx.execute(sql`
    insert into log_pending (entry_id, body)
    select entry_id, decode(body, 'hex')
    from unnest(${ids}::uuid[], ${hex('body')}::text[]) with ordinality as t (entry_id, body, n)
    order by n`)
  const openings = tx.execute(sql`
    insert into log_opening (entry_id, field, key_id, sealed)
    select entry_id, field, key_id, decode(sealed, 'hex')
    from unnest(${ids}::uuid[], ${sql.param(prepared.map(({ field }) => field))}::text[], ${keyIds}::uuid[],
      ${hex('opening')}::text[]) as t (entry_id, field, key_id, sealed)`)
  await Promise.all([pending, openings])
}
