import { createHash } from 'node:crypto'
import { isWithheld } from '@/lib/release-format/disclosure'
import { entryBytes, isEnd, openings, type OpenDecision, type What } from '@/lib/release-format/openings'
import type { LogPosition } from '@/lib/release-format/release-json'
import type { BaseRow } from '@/lib/release-format/rows'
import { toBase64Url } from '@/lib/tlog/base64'
import { toHex } from '@/lib/tlog/bytes'
import { canonicalBytes } from '@/lib/tlog/canonical-json'
import { leafHash } from '@/lib/tlog/hash'
import { append, EMPTY_TREE, rootOf } from '@/lib/tlog/tree'
import { subtreesBetween } from '@/lib/tlog/walk'

/** Entries before the one of the release, at least. */
const ENTRIES = 20
const ORIGIN = 'log.example/winnow'

const made = (...of: unknown[]): Uint8Array => createHash('sha256').update(of.join()).digest()

/** A log in which every ground that may be told was decided, two entries apart at most, and its openings. */
export function decisionsOf(dataset: string, rows: readonly BaseRow[]): { log: LogPosition; text: string } {
  const grounds = new Map<string, What>()
  for (const { outcome, digest } of rows)
    if (outcome && digest !== null && !isWithheld(outcome))
      for (const { category, reason } of outcome.grounds)
        for (const action of [outcome.action, ...(outcome.labels.length > 0 ? (['label'] as const) : [])])
          grounds.set(`${action} ${reason}`, { scope: 'content', action, category, reason })
  const whats = [...grounds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, what]) => what)
  const size = Math.max(ENTRIES, 2 * whats.length)
  const decisions = whats.map((what, i): OpenDecision => ({
    ...{ index: 2 * i, hashes: [], at: '2026-11-19T09:00:00Z', policy: toHex(made('policy')) },
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    ...{ what, salt: made('salt', i) },
    closed: { target: toBase64Url(made('target', i)), supersedes: toBase64Url(made('supersedes', i)) },
  }))
  const { tree, hashOf } = treeOf(entriesOf(dataset, decisions, size))
  let from = 0
  const between = (to: number) => {
    const hashes = subtreesBetween(from, to).map(hashOf)
    from = to + 1
    return hashes
  }
  const lines = decisions.map((decision) => openings.line({ ...decision, hashes: between(decision.index) }))
  const text = [...lines, openings.line({ size, hashes: between(size) })].join('')
  return { log: { origin: ORIGIN, size, root: toHex(rootOf(tree)) }, text }
}

/** What the log held before the release, by what the release opens of it. */
export function entriesBefore(dataset: string, text: string, size: number): Uint8Array[] {
  const reader = openings.reader()
  const lines = reader.push(text)
  return entriesOf(
    dataset,
    lines.flatMap((line) => (isEnd(line) ? [] : [line])),
    size,
  )
}

function entriesOf(dataset: string, decisions: readonly OpenDecision[], size: number): Uint8Array[] {
  const opened = new Map(decisions.map((decision) => [decision.index, decision]))
  return Array.from({ length: size }, (_, i) => {
    const decision = opened.get(i)
    return decision ? entryBytes(dataset, decision) : canonicalBytes({ i })
  })
}

export function treeOf(entries: readonly Uint8Array[]) {
  const hashes = new Map<string, Uint8Array>()
  const tree = append(
    EMPTY_TREE,
    entries.map((bytes) => leafHash(bytes)),
    { onComplete: ({ level, index }, hash) => void hashes.set(`${level}/${index}`, hash) },
  )
  const hashOf = ({ level, index }: { level: number; index: number }) =>
    hashes.get(`${level}/${index}`) ?? new Uint8Array()
  return { tree, hashOf }
}
