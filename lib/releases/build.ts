import 'server-only'
import type { DuckDBConnection } from '@duckdb/node-api'
import { Readable } from 'node:stream'
import type postgres from 'postgres'
import { storeBlob } from '@/lib/blobs/store'
import { openDuck } from '@/lib/datasets/duck'
import { attest, ATTESTATION_PATH } from '@/lib/release-format/attestation'
import type { Signer } from '@/lib/release-format/dsse'
import { COUNTS_PATH, countsBytes, type Counts } from '@/lib/release-format/counts'
import { isWithheld, tellsReasons } from '@/lib/release-format/disclosure'
import { manifest, reasons } from '@/lib/release-format/lists'
import type { LogPosition } from '@/lib/release-format/release-json'
import { linesOf, listsOf, Tally, type BaseRow } from '@/lib/release-format/rows'
import { sealRelease } from '@/lib/release-format/seal'
import { failpoint } from '@/lib/runtime/failpoint'
import { badRows } from './bad-rows'
import { DraftFile } from './draft-file'
import type { EffectiveSet } from './effective-set'
import { affectedRows, FATE, loadEffects, recordFates, type Fate } from './fates'
import { factsOf, type Frozen } from './frozen'
import { manifestPieces } from './manifest-pieces'
import { writeOpenings } from './openings'

export type ReleaseFile = { path: string; sha256: string; bytes: number }
export type Built = {
  /** All of them, in the blob store. */
  files: ReleaseFile[]
  counts: Counts
  /** SHA-256 of release.json and of manifest-sha256.txt. */
  digest: string
  manifestDigest: string
}

export type BuildInput = {
  frozen: Frozen
  /** The state of the log the release rests on. */
  log: LogPosition
  /** Who states that it is the release. */
  signers: readonly Signer[]
  effects: EffectiveSet
  /** Digests withheld in the release before. */
  withheldBefore: ReadonlySet<string>
  /** Index segments of each file, by ordinal. */
  segments: ReadonlyMap<number, readonly string[]>
  sql: postgres.Sql
}

/**
 * Writes a release's files into the blob store. Release = f(base file digests, effective set, profile, disclosure, format version),
 * and of what was frozen with it (`Frozen`) or before it (`log`): no clock, host, locale or row order of a database is in them.
 * Memory is that of the decisions.
 */
export async function buildRelease(input: BuildInput): Promise<Built> {
  const { frozen, effects, segments } = input
  using database = await openDuck()
  const { duck } = database
  await loadEffects(
    duck,
    effects,
    frozen.files.map(({ ordinal }) => ordinal),
  )
  const lists = await writeLists(duck, input)
  failpoint('publish.after-lists')

  const written = new Map<string, number>()
  const files = frozen.files.map((file) => ({ ...file, segments: segments.get(file.ordinal) ?? [] }))
  const blob = await storeBlob(manifestPieces(duck, files, (path, lines) => written.set(path, lines)))
  failpoint('publish.after-manifest')
  for (const { file, rows } of lists.counts.files) {
    const kept = lists.kept.get(file) ?? 0
    if (written.get(file) !== kept)
      throw new Error(`the manifest has ${written.get(file)} rows of ${file}, ${kept} of ${rows.in} are kept`)
  }
  const openings = lists.told ? [await writeOpenings(input, lists.told)] : []
  failpoint('publish.after-openings')
  const data = [
    ...lists.files,
    ...openings,
    { path: manifest.path, sha256: hexOf(blob.digest), bytes: blob.bytes },
  ]
  return seal(input, lists.counts, [...data, await store(COUNTS_PATH, countsBytes(lists.counts))])
}

/** The lists of rows that something happens to, and what remains of each file. */
async function writeLists(duck: DuckDBConnection, input: BuildInput) {
  const { frozen, effects, withheldBefore } = input
  // Reasons are written if the level allows them, and kept if enough rows are newly withheld, which is known at the end.
  const telling = { disclosure: frozen.disclosure, reasons: frozen.disclosure === 'full' }
  const drafts = new Map<string, DraftFile>()
  const tally = new Tally(telling, frozen.files)
  const kept = new Map<string, number>()
  const told = new Set<string>()
  let newlyWithheld = 0
  try {
    for (const { path, head } of listsOf(telling))
      if (path !== manifest.path) drafts.set(path, await DraftFile.open(head))
    for (const file of frozen.files) {
      let leftOut = 0
      const fates: Fate[] = []
      for await (const rows of changedRows(duck, file, input)) {
        for (const row of rows) {
          tally.add(row)
          for (const { path, text } of linesOf(row, telling)) await drafts.get(path)?.write(text)
          if (
            row.outcome &&
            row.digest !== null &&
            isWithheld(row.outcome) &&
            !withheldBefore.has(row.digest)
          )
            newlyWithheld += 1
          if (row.outcome && row.digest !== null && !isWithheld(row.outcome))
            for (const id of effects.entriesOf(row.digest, file.ordinal, row.row)) told.add(id)
          const fate = fateOf(row)
          if (fate !== undefined) fates.push({ ordinal: file.ordinal, row: row.row, fate })
          if (row.digest === null || fate === FATE.leftOut) leftOut += 1
        }
      }
      await recordFates(duck, fates)
      kept.set(file.path, file.rows - leftOut)
    }
    const tells = tellsReasons(frozen.disclosure, newlyWithheld)
    if (!tells) {
      await drafts.get(reasons.path)?.discard()
      drafts.delete(reasons.path)
    }
    const files: ReleaseFile[] = []
    for (const [path, draft] of drafts) {
      const { digest, bytes } = await draft.adopt()
      drafts.delete(path)
      files.push({ path, sha256: hexOf(digest), bytes })
    }
    return { files, counts: tally.counts(tells), kept, told: tells ? told : null }
  } catch (error) {
    for (const draft of drafts.values()) await draft.discard()
    throw error
  }
}

/** A row that is no item has no line in the index, so the manifest cannot hold it anyway. */
function fateOf({ digest, outcome }: BaseRow): Fate['fate'] | undefined {
  if (digest === null || !outcome || outcome.action === 'label') return undefined
  return outcome.action === 'redact' ? FATE.redacted : FATE.leftOut
}

/** Rows of a file that are not simply kept, in row order: those with an effect, and the records that are no items. */
async function* changedRows(
  duck: DuckDBConnection,
  file: Frozen['files'][number],
  { frozen, effects, segments, sql }: BuildInput,
): AsyncGenerator<BaseRow[]> {
  const bad = badRows(sql, frozen, file)
  let nextBad = await bad.next()
  const badBefore = async (row: number) => {
    const found: BaseRow[] = []
    for (; !nextBad.done && nextBad.value < row; nextBad = await bad.next())
      found.push({ file: file.path, row: nextBad.value, id: null, digest: null, outcome: null })
    return found
  }
  for await (const batch of affectedRows(duck, file.ordinal, segments.get(file.ordinal) ?? [])) {
    const rows: BaseRow[] = []
    for (const { row, digest } of batch) {
      rows.push(...(await badBefore(row)))
      const outcome = effects.outcomeOf(digest, file.ordinal, row)
      if (outcome) rows.push({ file: file.path, row, id: null, digest, outcome })
    }
    yield rows
  }
  yield badBefore(Infinity)
}

/** The files that hold the digests of the others, and the statement about the last of them. */
async function seal(
  { frozen, log, signers }: BuildInput,
  counts: Counts,
  data: ReleaseFile[],
): Promise<Built> {
  const { release, digest, files } = sealRelease(factsOf(frozen, log), counts.rows, data)
  const stored = await Promise.all(Array.from(files, ([path, bytes]) => store(path, bytes)))
  const attestation = await store(ATTESTATION_PATH, attest(release, digest, signers))
  return {
    files: [...stored, attestation, ...data],
    counts,
    digest,
    manifestDigest: release.manifest,
  }
}

async function store(path: string, content: string | Uint8Array): Promise<ReleaseFile> {
  const { digest, bytes } = await storeBlob(Readable.from([Buffer.from(content)]))
  return { path, sha256: hexOf(digest), bytes }
}

const hexOf = (digest: Buffer) => digest.toString('hex')
