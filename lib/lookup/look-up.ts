import 'server-only'
import type { Db, Tx } from '@/db/client'
import type { Visitor } from '@/lib/auth/actor'
import type { OccurrenceRow } from '@/lib/datasets/commit-chunk'
import { itemDigest } from '@/lib/datasets/digest'
import { contentFields } from '@/lib/datasets/read/fields'
import { rateLimited } from '@/lib/errors'
import { formatCount } from '@/lib/format'
import { type Limit, withinLimit } from '@/lib/http/rate-limit'
import { say } from '@/lib/i18n/say'
import { onTheBeat } from '@/lib/runtime/on-the-beat'
import { indexHits, type KeyTarget } from '@/lib/takedowns/index-hits'
import type { LookupInput } from './input'
import { keptRows, type Searched, searchedDatasets } from './searched'

/** Per network and hour, and of everybody in a day: enough for people with a question, too few to go through a list. */
export const LOOKUP_LIMIT: Limit = { name: 'lookup/network', max: 20, windowSeconds: 3600 }
export const LOOKUP_DAY: Limit = { name: 'lookup/everybody', max: 5_000, windowSeconds: 86_400 }

/** Rows that are asked about at a time. */
const ROWS_AT_ONCE = 5_000

export type LookupAnswer = {
  /** In the order of names. `unsearched`: it could not be looked for there, for `why`. */
  datasets: { name: string; slug: string; answer: 'yes' | 'no' | 'unsearched'; told: string }[]
  notes: string[]
}

/**
 * Whether exactly this is in the newest release of each dataset: an answer that everybody who has the release could give. What was left
 * out of it, and what never was there, are answered alike, in the same time; so nobody learns by this who had something taken out.
 */
export async function lookUp(tx: Tx, _visitor: Visitor, input: LookupInput): Promise<LookupAnswer> {
  return answered(tx, () => answer(tx, input))
}

/** Within the limits of a day, in turn, and in a time that tells nothing. */
export const answered = <T>(tx: Tx, work: () => Promise<T>): Promise<T> =>
  inTurn(async () => {
    // Within the turn: its row stays locked until the answer is there, which needs another connection of the pool.
    if (!(await withinLimit(tx, LOOKUP_DAY, 'everybody'))) throw rateLimited(say('lookup.errors.day'))
    return onTheBeat(work)
  })

async function answer(on: Db | Tx, input: LookupInput): Promise<LookupAnswer> {
  const { searched, without } = await searchedDatasets()
  const datasets: LookupAnswer['datasets'] = []
  for (const of of searched) datasets.push(await answerOf(on, of, input))
  return {
    datasets,
    notes: [
      ...(without.length > 0 ? [say('lookup.answer.without', { names: without.join(', ') })] : []),
      say('lookup.answer.notSearched'),
    ],
  }
}

async function answerOf(
  on: Db | Tx,
  of: Searched,
  input: LookupInput,
): Promise<LookupAnswer['datasets'][number]> {
  const { name, slug, version, revision } = of
  const rows = formatCount(revision.files.reduce((sum, file) => sum + file.rows, 0))
  const target = targetOf(of, input)
  if (!target) return { name, slug, answer: 'unsearched', told: say('lookup.answer.fields', { name }) }
  const whole = input.what === 'digest' || input.what === 'text'
  const answer = (await isKept(on, of, [target], whole)) ? 'yes' : 'no'
  return { name, slug, answer, told: say(`lookup.answer.${answer}`, { name, version, rows }) }
}

/**
 * Whether the release has a row that one of these keys leads to: as many steps for none. Only what leads to thousands of rows of which the first
 * thousands are out takes more.
 */
export async function isKept(
  on: Db | Tx,
  of: Searched,
  targets: readonly KeyTarget['target'][],
  whole: boolean,
): Promise<boolean> {
  let places: OccurrenceRow[] = []
  const keys = targets.map((target) => ({ id: 'asked', target }))
  for await (const { place } of indexHits(on, of.revision, keys)) {
    places.push(place)
    if (places.length < ROWS_AT_ONCE) continue
    if ((await keptRows(of, places, whole)) > 0) return true
    places = []
  }
  return (await keptRows(of, places, whole)) > 0
}

/** A text is looked for by its digest, which only a dataset with one content field has of a text alone. */
function targetOf({ revision }: Searched, { what, value }: LookupInput): KeyTarget['target'] | null {
  switch (what) {
    case 'url':
      return { kind: 'url', value }
    case 'id':
      return { kind: 'source_id', value }
    case 'digest':
      return { kind: 'digest', value }
    case 'text':
      return contentFields(revision.plan).length === 1
        ? { kind: 'digest', value: itemDigest([value]).toString('hex') }
        : null
  }
}

/**
 * One at a time in a process: each reads an index from end to end. Who would wait behind too many is asked to come again: each that
 * waits holds a connection, and the pool has ten.
 */
const MOST_WAITING = 3
let waiting = 0
let last: Promise<unknown> = Promise.resolve()

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= MOST_WAITING) throw rateLimited(say('lookup.errors.busy'))
  waiting++
  const turn = last.then(work, work)
  last = turn.catch(() => undefined)
  try {
    return await turn
  } finally {
    waiting--
  }
}
