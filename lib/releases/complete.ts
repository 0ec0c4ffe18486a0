import 'server-only'
import { readFile } from 'node:fs/promises'
import { type AuditLine, isClosed, type OpenedLine, parseAuditLines } from '@/lib/audit-draw/openings-file'
import { itemDigest } from '@/lib/datasets/digest'
import { isBad } from '@/lib/datasets/read/extract'
import { AppError, unavailable } from '@/lib/errors'
import { opensEntry } from '@/lib/log/commitments'
import { knownEntry } from '@/lib/log/entries'
import { committedValues } from '@/lib/log/private-parts'
import { sha256 } from '@/lib/log/sha256'
import { exclusions, manifest } from '@/lib/release-format/lists'
import { FormatError } from '@/lib/release-format/format-error'
import { redactions } from '@/lib/release-format/redactions'
import type { ReleaseJson } from '@/lib/release-format/release-json'
import type { Span } from '@/lib/release-format/spans'
import type { FilePlan } from './file-plan'
import { type Asked, openLogOf } from './fresh'
import type { LoadedRelease } from './load-release'
import { findBase, readRows } from './rebuild'
import type { RemoteLog } from './remote-log'
import type { Check } from './verify'

export type CompleteAsked = Asked & {
  /** File of openings, as an auditor takes it along. */
  openings: string
  /** Base files or folders: without them nobody can say which rows a decision is about. */
  base: readonly string[]
}

/**
 * Holds what auditors were shown against the release: every opening is the one its log entry commits to, and every decision in it that
 * no other one replaced has the rows it is about done to as it says, or more. Valid only if every decision of the dataset in the log
 * is opened (or erased, says the log), and the base was given; of fewer it says how many.
 *
 * @throws FormatError where the release does less than a decision says, AppError `unavailable` for what cannot be read
 */
export async function checkComplete(loaded: LoadedRelease, asked: CompleteAsked): Promise<Check> {
  const { release } = loaded
  const lines = await readLines(asked.openings)
  const log = await openLogOf(release, asked)
  const found = await compareLog(log, release, lines)
  const says = [
    `Of the ${found.decisions} decisions of ${release.dataset} in the log before the release, ${found.opened.length} are opened, each by the opening its entry commits to; ${found.erased} were erased, ${found.sealed} of the entries given are sealed.`,
  ]
  const missing = found.decisions - found.opened.length - found.erased
  const inForce = inForceOf(found.opened, release)
  if (asked.base.length === 0 && loaded.baseHere.length === 0)
    return { state: 'not_checked', says: [...says, 'Which rows they are about was not looked at (--base).'] }
  const { rows, unexplained } = await compareRows(loaded, asked.base, inForce)
  says.push(
    `${inForce.decisions} of them are in force, about ${rows} rows: the lists do to each what they say. Labels were not compared.`,
  )
  if (missing > 0)
    return {
      state: 'not_checked',
      says: [...says, `${missing} decisions are not opened in ${asked.openings}: nothing is said of those.`],
    }
  if (unexplained > 0)
    says.push(
      `${unexplained} more rows are left out or masked: by standing exclusions, sealed decisions or erasures, or because they could not be read.`,
    )
  return { state: 'valid', says }
}

async function readLines(file: string): Promise<AuditLine[]> {
  try {
    return parseAuditLines(await readFile(file, 'utf8'))
  } catch (error) {
    if (error instanceof AppError) throw error
    throw unavailable(`${file}: ${error instanceof Error ? error.message : String(error)}.`)
  }
}

type Decision = ReturnType<typeof committedValues.decision.parse> & { id: string; index: number }
type Found = { decisions: number; opened: Decision[]; erased: number; sealed: number }

/** Reads the whole log: an opening may have been destroyed after the release. */
async function compareLog(
  log: RemoteLog,
  { dataset, log: then }: ReleaseJson,
  lines: readonly AuditLine[],
): Promise<Found> {
  const byIndex = new Map(lines.map((line) => [line.index, line]))
  const found: Found = { decisions: 0, opened: [], erased: 0, sealed: 0 }
  const saidErased: { id: string; index: number }[] = []
  const erased = new Set<string>()
  let index = -1
  for await (const bytes of log.entriesFrom(0)) {
    index += 1
    const entry = knownEntry(bytes)
    if (entry?.t === 'erasure') erased.add(entry.of)
    const isOurs = entry?.t === 'decision' && entry.dataset === dataset && index < then.size
    if (isOurs) found.decisions += 1
    const line = byIndex.get(index)
    if (!line) continue
    if (entry?.id !== line.id) throw contradicts(index, 'the file gives it another id')
    if (isClosed(line)) {
      if (line.closed === 'erased' && isOurs) saidErased.push(line)
      else if (entry.t === 'sealed') found.sealed += 1
    } else {
      if (!opensEntry(entry, line.opening, sha256))
        throw contradicts(index, 'what the file opens is not what it commits to')
      if (isOurs) found.opened.push(decisionOf(line))
    }
  }
  for (const line of saidErased)
    if (!erased.has(line.id))
      throw contradicts(line.index, 'it is said to be erased, and the log does not say so')
  return { ...found, erased: saidErased.length }
}

const decisionOf = ({ id, index, opening }: OpenedLine): Decision => ({
  ...committedValues.decision.parse(opening.value),
  ...{ id, index },
})

/** Nobody's byte of the release is wrong then, but somebody has not told the truth about the log. */
const contradicts = (index: number, problem: string) =>
  new FormatError('the log', null, `entry ${index}: ${problem}`)

/** Decisions that no opened one replaced, by the content or the row they are about. */
type InForce = { decisions: number; byDigest: Map<string, Decision[]>; byPlace: Map<string, Decision[]> }

function inForceOf(opened: readonly Decision[], { profile, base }: ReleaseJson): InForce {
  const replaced = new Set(opened.map(({ supersedes }) => supersedes))
  const files = new Set(base.files.map((file) => file.sha256))
  const inForce: InForce = { decisions: 0, byDigest: new Map(), byPlace: new Map() }
  const add = (to: Map<string, Decision[]>, key: string, decision: Decision) =>
    to.set(key, [...(to.get(key) ?? []), decision])
  for (const decision of opened) {
    const { action, scope, target, territories, id } = decision
    const holds = territories === undefined || profile === 'world' || territories.includes(profile)
    // What a decision about a source took out are rows of rules, which are fingerprints under a key of the instance.
    if (replaced.has(id) || action === 'keep' || action === 'label' || scope === 'source' || !holds) continue
    inForce.decisions += 1
    // Where the file is another, nobody can tell which of its rows it was: it holds for all with that content.
    if (scope === 'occurrence' && files.has(target.file))
      add(inForce.byPlace, `${target.file}/${target.row}`, decision)
    else add(inForce.byDigest, target.digest, decision)
  }
  return inForce
}

async function compareRows(
  { release, plans, baseHere }: LoadedRelease,
  base: readonly string[],
  inForce: InForce,
): Promise<{ rows: number; unexplained: number }> {
  const found = await findBase([...base, ...baseHere])
  const { contentFields, idField } = release.base
  let [rows, unexplained] = [0, 0]
  for (const file of release.base.files) {
    const plan = plans.get(file.path)
    const path = found.get(file.sha256)
    if (!plan || path === undefined) throw unavailable(`Not among the files given with --base: ${file.path}.`)
    let row = 0
    const fields = { text: [...contentFields], url: [], mediaHash: null, id: idField, author: null }
    for await (const batch of readRows(path, file.path, fields)) {
      for (const item of batch) {
        const digest = isBad(item) ? null : itemDigest(item.values).toString('hex')
        const about = [
          ...((digest !== null && inForce.byDigest.get(digest)) || []),
          ...(inForce.byPlace.get(`${file.sha256}/${row}`) ?? []),
        ]
        for (const decision of about) requireDone(plan, row, decision)
        if (about.length > 0) rows += 1
        else if (!plan.kept.has(row) || plan.redacted.has(row)) unexplained += 1
        row += 1
      }
    }
  }
  return { rows, unexplained }
}

/** remove > restrict > redact: more than what was decided may be done, for another decision. */
function requireDone(plan: FilePlan, row: number, { action, spans, index }: Decision): void {
  const lacks = (list: { path: string }, problem: string) =>
    new FormatError(
      list.path,
      null,
      `row ${row} of ${plan.base.path} ${problem}, as entry ${index} of the log decided`,
    )
  if (plan.kept.has(row)) {
    if (action !== 'redact') throw lacks(manifest, `is not left out`)
    const masked = plan.redactions.get(row) ?? []
    if (!spans.every((span) => masked.some((mask) => covers(mask, span))))
      throw lacks(redactions, 'is not masked')
  } else if (action === 'remove' && plan.restricted.has(row)) throw lacks(exclusions, 'is not removed')
}

const covers = (mask: Span, span: Span) =>
  mask.field === span.field && mask.start <= span.start && mask.end >= span.end
