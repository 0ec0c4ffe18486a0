import 'server-only'
import type { SpanRow } from '@/db/schema/flags'
import type { OccurrenceRow } from '@/lib/datasets/commit-chunk'
import type { TakedownKind } from './attestations'
import type { Target } from './parse-targets'
import type { RevisionRow } from './revision-rows'
import { isAnswered, type Right } from './rights'

/** An item that a target was found to be. `spans`: where the quoted words stand; empty = the item as a whole. */
export type Hit = { targetId: string; digest: Buffer; spans: SpanRow[] }

export type Located = {
  revisionId: string
  /** Names of the content fields, in digest order: what `values` mean. */
  fields: string[]
  hits: Hit[]
  /** Items that are not rows in Postgres yet, with their content, and places of all that were found. */
  fresh: { digest: Buffer; values: string[] }[]
  places: OccurrenceRow[]
  /** Targets that stand for more items than are looked at in one go. */
  broad: string[]
  /** All that they mean, in rows. */
  reach: Counted
}

/** What targets come to in rows of the revision: each, and together, every row once. */
export type Counted = {
  rows: number
  ofRows: number
  byTarget: Map<string, number>
  /** Rows of each item among them, as far as there is room; `looked`: rows that these are. */
  ofItem: Map<string, number>
  looked: number
}

/**
 * Items that one target, and one request, can open cases for in one go: anybody can send a request, and its cases come before all
 * others. Beyond the limits of a dataset two people have said before that so much is meant. A domain, a host, a path and an author are looked at
 * by a sample, because what is decided about them is the source. When these are decided the next ones are looked for (more.ts).
 */
export const LIMITS = {
  link: 1,
  digest: 1,
  row: 1,
  quote: 1_000,
  source_id: 200,
  url: 200,
  domain: 20,
  prefix: 20,
  author: 20,
  host: 20,
  near: 500,
  request: 2_000,
} as const satisfies Limits

export type Limits = Readonly<Record<Target['kind'] | 'request', number>>

/** Items, in hex, that a target was found to be before and that have their cases. */
export type InHand = ReadonlyMap<string, ReadonlySet<string>>

/** Where no rule is made about what is named, its items are decided about: all of them, as far as one request goes. */
const EACH_ROW = { source_id: LIMITS.request, url: LIMITS.request } as const
const EACH_OF_SOURCE = {
  ...{ domain: LIMITS.request, prefix: LIMITS.request, author: LIMITS.request, host: LIMITS.request },
} as const

/**
 * Of somebody who is answered about each row: no case comes before others by it, and what is theirs is to be found (GDPR Art. 15 and 16). As
 * many as a file can name.
 */
const TO_ANSWER: Limits = {
  ...LIMITS,
  ...{ quote: 10_000, source_id: 10_000, url: 10_000 },
  ...{ domain: 10_000, prefix: 10_000, author: 10_000, host: 10_000 },
  request: 20_000,
}

/** `later`: what it names is kept out of what is to come, too. By which source a lead widens a request, that one is. */
export function limitsOf(request: { kind: TakedownKind; right: Right | null }, later: boolean): Limits {
  if (isAnswered(request)) return TO_ANSWER
  if (later) return LIMITS
  return { ...LIMITS, ...EACH_ROW, ...(request.kind === 'opt_out' ? EACH_OF_SOURCE : {}) }
}

/** One target and an item that it was found to be. */
export const hitKey = ({ targetId, digest }: { targetId: string; digest: Uint8Array }): string =>
  `${targetId}\n${Buffer.from(digest).toString('hex')}`

/**
 * Gathers what is found, no more of it than the limits allow. What is in hand is passed over: it takes no room, and a target of which something
 * is has had its sample.
 */
export class Found {
  private readonly limitOf: ReadonlyMap<string, number>
  private readonly countOf = new Map<string, number>()
  private readonly broad = new Set<string>()
  private readonly hits = new Map<string, Hit>()
  private readonly items = new Map<string, { digest: Buffer; values: string[] | null }>()
  private readonly places = new Map<string, OccurrenceRow>()

  constructor(
    targets: readonly { id: string; target: Target }[],
    private readonly limits: Limits,
    private readonly inHand: InHand = new Map(),
  ) {
    this.limitOf = new Map(
      targets.map(({ id, target }) => [id, inHand.has(id) ? limits.request : limits[target.kind]]),
    )
  }

  get full(): boolean {
    return this.items.size >= this.limits.request
  }

  has(targetId: string): boolean {
    return this.countOf.has(targetId)
  }

  add(targetId: string, place: OccurrenceRow, row?: RevisionRow, spans: SpanRow[] = []): void {
    const key = place.digest.toString('hex')
    if (this.inHand.get(targetId)?.has(key)) return
    const item = this.items.get(key)
    const hit = this.hits.get(`${targetId}\n${key}`)
    if (!hit) {
      const count = this.countOf.get(targetId) ?? 0
      if (count >= (this.limitOf.get(targetId) ?? 0) || (!item && this.full)) {
        this.broad.add(targetId)
        return
      }
      this.countOf.set(targetId, count + 1)
    }
    this.items.set(key, { digest: place.digest, values: item?.values ?? row?.values ?? null })
    this.places.set(`${place.ordinal}#${place.row}`, place)
    if (!hit || hit.spans.length === 0)
      this.hits.set(`${targetId}\n${key}`, { targetId, digest: place.digest, spans })
  }

  /** An item that is kept in Postgres and is in no row of the revision: an earlier one had it. */
  addKnown(targetId: string, digest: Buffer): void {
    const key = digest.toString('hex')
    if (this.inHand.get(targetId)?.has(key)) return
    if (!this.items.has(key) && this.full) {
      this.broad.add(targetId)
      return
    }
    this.countOf.set(targetId, 1)
    if (!this.items.has(key)) this.items.set(key, { digest, values: null })
    this.hits.set(`${targetId}\n${key}`, { targetId, digest, spans: [] })
  }

  content({ digest }: OccurrenceRow, values: string[] | undefined): void {
    const found = this.items.get(digest.toString('hex'))
    if (found && values) found.values ??= values
  }

  digests(): Buffer[] {
    return [...this.items.values()].map(({ digest }) => digest)
  }

  /** Where to read the content of items that are neither in Postgres nor read yet: one place for each. */
  placesWithoutContent(ordinal: number, known: ReadonlySet<string>): OccurrenceRow[] {
    const places = new Map<string, OccurrenceRow>()
    for (const place of this.places.values()) {
      const key = place.digest.toString('hex')
      if (place.ordinal === ordinal && !known.has(key) && this.items.get(key)?.values === null)
        places.set(key, place)
    }
    return [...places.values()]
  }

  result(known: ReadonlySet<string>): Omit<Located, 'revisionId' | 'fields' | 'reach'> {
    const fresh = [...this.items.entries()].flatMap(([key, { digest, values }]) =>
      known.has(key) || values === null ? [] : [{ digest, values }],
    )
    return { hits: [...this.hits.values()], fresh, places: [...this.places.values()], broad: [...this.broad] }
  }
}
