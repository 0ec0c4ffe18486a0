import 'server-only'
import { unavailable } from '@/lib/errors'
import { opensEntry } from '@/lib/log/commitments'
import { type Entry, knownEntry } from '@/lib/log/entries'
import { verifyEd25519 } from '@/lib/log/key'
import { type LogSource, MissingResource } from '@/lib/log/log-source'
import { sha256 } from '@/lib/log/sha256'
import type { RemoteLog } from '@/lib/releases/remote-log'
import { toHex } from '@/lib/tlog/bytes'
import { verifierOf } from '@/lib/tlog/verifiers'
import { type AuditLine, isClosed } from './openings-file'
import { parseDrawProof, settle } from './proof'
import { drawPlaces, isDrawable } from './select'

export type DrawReport = {
  /** The announcement. */
  draw: { id: string; index: number; dataset: string | null; k: number; from: number; to: number }
  /** Who settled it, and with which checkpoint; null before it is made. */
  settled: { witness: string | null; size: number; seed: string; among: number } | null
  drawn: number[]
  /** What an auditor's file has of the drawn entries; null when none was given. */
  openings: { opened: number; sealed: number; erased: number; missing: number[] } | null
  /** What does not hold, in sentences. */
  problems: string[]
}

export type CheckDraw = {
  log: RemoteLog
  source: LogSource
  vkeys: readonly string[]
  /** Id of the announcing entry, or its index. */
  draw: string
  openings?: readonly AuditLine[]
}

/**
 * Computes a draw again from the log alone, every entry proven, and holds what an auditor was given against it.
 *
 * @throws AppError `unavailable` when the log cannot be asked, or has no such draw
 */
export async function checkDraw({ log, source, vkeys, draw, openings }: CheckDraw): Promise<DrawReport> {
  const facts = await read(log, draw, new Set(openings?.map(({ index }) => index)))
  const { announced } = facts
  const { id, dataset, k, from, to } = announced.entry
  const report: DrawReport = {
    draw: { id, index: announced.index, dataset, k, from, to },
    ...{ settled: null, drawn: [], openings: null, problems: [] },
  }
  if (to > announced.index)
    report.problems.push(
      `It draws from entries up to ${to}, and was announced at ${announced.index} already.`,
    )
  const settled = await settlement(log, source, vkeys, announced, report.problems)
  if (!settled) return report
  const among = facts.drawable.filter(
    ({ index, entry }) => index >= from && index < to && isDrawable(entry, dataset),
  )
  report.drawn = drawPlaces(settled.seed, among.length, k, sha256).flatMap(
    (place) => among[place]?.index ?? [],
  )
  report.settled = {
    ...{ witness: settled.witness, size: settled.size, among: among.length },
    seed: toHex(settled.seed),
  }
  if (facts.seeds.length === 0) report.problems.push('The log has no entry yet that says how it was settled.')
  for (const { size, seed } of facts.seeds)
    if (size !== settled.size || seed !== report.settled.seed)
      report.problems.push(`The log says that another checkpoint settled it, of size ${size}.`)
  if (openings) report.openings = held(openings, facts, report)
  return report
}

type Announcement = { index: number; entry: Extract<Entry, { t: 'audit_draw' }> }
type Found = {
  announced: Announcement
  /** Decisions and sealed entries before it, in their order. */
  drawable: { index: number; entry: { t: string; dataset?: string | null } }[]
  seeds: Extract<Entry, { t: 'audit_seed' }>[]
  /** Entries that the file speaks of. */
  wanted: ReadonlyMap<number, Entry>
  /** Ids of entries whose opening was destroyed, says the log. */
  erased: ReadonlySet<string>
}

/** One pass over the log: memory is that of its decisions, by index. */
async function read(log: RemoteLog, draw: string, indices: ReadonlySet<number>): Promise<Found> {
  let announced: Announcement | undefined
  const drawable: Found['drawable'] = []
  const seeds: Found['seeds'] = []
  const wanted = new Map<number, Entry>()
  const erased = new Set<string>()
  let index = -1
  for await (const bytes of log.entriesFrom(0)) {
    index += 1
    const entry = knownEntry(bytes)
    if (!entry) continue
    if (indices.has(index)) wanted.set(index, entry)
    if (entry.t === 'audit_draw' && (entry.id === draw || String(index) === draw))
      announced = { index, entry }
    if (entry.t === 'audit_seed') seeds.push(entry)
    if (entry.t === 'erasure') erased.add(entry.of)
    if (entry.t === 'sealed') drawable.push({ index, entry: { t: entry.t } })
    if (entry.t === 'decision') drawable.push({ index, entry: { t: entry.t, dataset: entry.dataset } })
  }
  if (!announced) throw unavailable(`The log announces no draw ${draw}.`)
  const { id } = announced.entry
  return { announced, drawable, seeds: seeds.filter(({ of }) => of === id), wanted, erased }
}

async function settlement(
  log: RemoteLog,
  source: LogSource,
  vkeys: readonly string[],
  { index, entry }: Announcement,
  problems: string[],
): Promise<{ seed: Uint8Array; size: number; witness: string | null } | null> {
  const bytes = await served(source, `draws/${entry.id}`)
  if (!bytes) {
    problems.push('It is not made yet, says the log: the checkpoint that settles it is still missing.')
    return null
  }
  const keyed = (vkey: string) => verifierOf(vkey, verifyEd25519, sha256)
  try {
    const proof = parseDrawProof(bytes)
    const announced = { id: entry.id, index, witness: entry.witness }
    const { checkpoint, seed } = settle(announced, proof, vkeys.map(keyed), keyed, sha256)
    if (checkpoint.origin !== log.origin) throw new RangeError(`it is of ${checkpoint.origin}`)
    if (checkpoint.size > log.size || !(await log.extends(checkpoint)))
      throw new RangeError('the log does not begin with it')
    return { seed, size: checkpoint.size, witness: proof.witness && keyed(proof.witness).name }
  } catch (error) {
    problems.push(
      `What is said to have settled it did not: ${error instanceof Error ? error.message : String(error)}.`,
    )
    return null
  }
}

async function served(source: LogSource, path: string): Promise<Uint8Array | null> {
  try {
    return await source(path)
  } catch (error) {
    if (error instanceof MissingResource) return null
    throw error
  }
}

function held(lines: readonly AuditLine[], { wanted, erased }: Found, report: DrawReport) {
  const { problems, drawn } = report
  const counts = { opened: 0, sealed: 0, erased: 0, missing: [] as number[] }
  const given = new Set<number>()
  for (const line of lines) {
    const entry = wanted.get(line.index)
    if (entry?.id !== line.id) {
      problems.push(`The file calls ${line.id} entry ${line.index} of the log, which is another one.`)
      continue
    }
    if (!isClosed(line)) {
      if (!opensEntry(entry, line.opening, sha256)) {
        problems.push(`What the file has of entry ${line.index} is not what that entry commits to.`)
        continue
      }
      if (line.drawn) counts.opened += 1
    } else if (line.closed === 'sealed' ? entry.t !== 'sealed' : !erased.has(line.id)) {
      problems.push(`Entry ${line.index} is said to be ${line.closed}, and the log does not say so.`)
      continue
    } else counts[line.closed] += 1
    if (line.drawn) given.add(line.index)
    if (line.drawn && !drawn.includes(line.index))
      problems.push(`The file has entry ${line.index} as drawn, which was not.`)
  }
  counts.missing = drawn.filter((index) => !given.has(index))
  if (counts.missing.length > 0)
    problems.push(
      `The file lacks drawn entries: ${counts.missing.slice(0, 10).join(', ')}${counts.missing.length > 10 ? ' …' : ''}.`,
    )
  return counts
}
