import 'server-only'
import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { unavailable } from '@/lib/errors'
import { basePath, isBasePath, type PayloadFile } from '@/lib/release-format/bag'
import {
  CHECKSUMS_PATH,
  parseChecksums,
  parseTagChecksums,
  TAG_CHECKSUMS_PATH,
  type Checksum,
} from '@/lib/release-format/checksums'
import { COUNTS_PATH, parseCounts, sameRows, type Counts } from '@/lib/release-format/counts'
import { FormatError } from '@/lib/release-format/format-error'
import { ToldReasons } from '@/lib/release-format/check-openings'
import { openings } from '@/lib/release-format/openings'
import { exclusions, labels, manifest, reasons } from '@/lib/release-format/lists'
import type { Place } from '@/lib/release-format/order'
import { redactions } from '@/lib/release-format/redactions'
import { parseRelease, RELEASE_PATH, type ReleaseJson } from '@/lib/release-format/release-json'
import { listsOf } from '@/lib/release-format/rows'
import { DESCRIPTION_PATHS, descriptions } from '@/lib/release-format/seal'
import { CARD_PATH } from '@/lib/release-format/card'
import { GUIDE_PATH } from '@/lib/release-format/verify-guide'
import { FilePlan } from './file-plan'
import { hashFile, readList, readWhole, sha256Of } from './read-file'

/** A release whose bytes are whole, canonical and agree with one another. */
export type LoadedRelease = {
  folder: string
  /** SHA-256 of release.json. */
  digest: string
  release: ReleaseJson
  counts: Counts
  /** Of the files under data/ that are in the release. */
  checksums: ReadonlyMap<string, string>
  /** The same files, with their sizes. */
  data: readonly PayloadFile[]
  /** Files of the base that lie in the bag: whole, if they are there. */
  baseHere: readonly string[]
  plans: ReadonlyMap<string, FilePlan>
  /** Why rows are in it; null when it tells no reasons. */
  told: ToldReasons | null
}

/**
 * Reads a release folder and checks all that can be checked from it alone. Lists are streamed; memory is a few bits for each row
 * of the base, and the redactions.
 *
 * @throws FormatError naming file and line when it is not valid
 * @throws AppError `unavailable` when a file is missing or cannot be read
 */
export async function loadRelease(folder: string): Promise<LoadedRelease> {
  const { release, digest, tags, checksums, data } = await readTagFiles(folder)
  const baseHere = await refuseStrays(folder, release, checksums)
  const counts = await readCounts(folder, release, checksums)
  const plans = new Map(release.base.files.map((base) => [base.path, new FilePlan(base)]))
  const told = await readLists({ folder, counts, checksums, plans })
  for (const { file, rows } of counts.files) {
    const planned = plans.get(file)?.counts()
    if (!planned || !sameRows(planned, rows))
      throw new FormatError(COUNTS_PATH, null, `the lists count ${file} otherwise`)
  }
  // Last: a list that is damaged is named itself, not by what no longer fits it.
  compareDescriptions(release, tags, data)
  return { folder, digest, release, counts, checksums, data, baseHere, plans, told }
}

/** release.json and all that stands beside data/, each checked against what vouches for it. */
async function readTagFiles(folder: string) {
  const releaseJson = await readWhole(folder, RELEASE_PATH)
  const release = parseRelease(releaseJson)
  const tagLines = await readWhole(folder, TAG_CHECKSUMS_PATH)
  if (sha256Of(tagLines) !== release.tagmanifest) throw notListed(TAG_CHECKSUMS_PATH)
  const tags = asMap(parseTagChecksums(tagLines))
  const checksumLines = await readWhole(folder, CHECKSUMS_PATH)
  if (sha256Of(checksumLines) !== release.manifest || tags.get(CHECKSUMS_PATH) !== release.manifest)
    throw notListed(CHECKSUMS_PATH)
  const checksums = asMap(parseChecksums(checksumLines).filter(({ path }) => !isBasePath(path)))
  const data = await sizesOf(folder, checksums)
  const names = [CHECKSUMS_PATH, ...DESCRIPTION_PATHS, CARD_PATH, GUIDE_PATH]
  for (const name of names)
    if (sha256Of(await readWhole(folder, name)) !== tags.get(name)) throw notListed(name)
  const surplus = [...tags.keys()].find((name) => !names.includes(name))
  if (surplus !== undefined)
    throw new FormatError(TAG_CHECKSUMS_PATH, null, `${surplus} does not belong in this release`)
  return { release, digest: sha256Of(releaseJson), tags, checksums, data }
}

/** What machines read says nothing that the rest does not; words for people are vouched for by their checksum alone. */
function compareDescriptions(
  release: ReleaseJson,
  tags: ReadonlyMap<string, string>,
  data: readonly PayloadFile[],
): void {
  for (const [name, bytes] of descriptions(release, data))
    if (sha256Of(bytes) !== tags.get(name))
      throw new FormatError(name, null, `it does not say what ${RELEASE_PATH} and the files under data/ do`)
}

const notListed = (name: string) => new FormatError(name, null, 'its checksum is not the one listed')

async function sizesOf(folder: string, checksums: ReadonlyMap<string, string>): Promise<PayloadFile[]> {
  const files: PayloadFile[] = []
  for (const [name, sha256] of checksums) {
    const found = await stat(path.join(folder, name)).catch((error: NodeJS.ErrnoException) => {
      throw unavailable(
        error.code === 'ENOENT' ? `${name} is missing.` : `${name} cannot be read (${error.code}).`,
      )
    })
    if (!found.isFile()) throw unavailable(`${name} cannot be read (it is no file).`)
    files.push({ path: name, sha256, bytes: found.size })
  }
  return files
}

const asMap = (checksums: readonly Checksum[]) => new Map(checksums.map(({ path, sha256 }) => [path, sha256]))

/**
 * A file nobody vouches for beside files that are vouched for would be taken for one of them. The base need not be there; what is
 * there of it is checked like the rest.
 */
async function refuseStrays(
  folder: string,
  release: ReleaseJson,
  checksums: ReadonlyMap<string, string>,
): Promise<string[]> {
  const bases = new Map(release.base.files.map((file) => [basePath(file), file]))
  const here: string[] = []
  for (const name of await filesUnder(path.join(folder, 'data'))) {
    const base = bases.get(`data/${name}`)
    if (base) {
      const file = path.join(folder, 'data', name)
      if ((await hashFile(file)).sha256 !== base.sha256) throw notListed(`data/${name}`)
      here.push(file)
    } else if (!checksums.has(`data/${name}`))
      throw new FormatError(`data/${name}`, null, `not listed in ${CHECKSUMS_PATH}`)
  }
  return here
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      throw unavailable(`data/ cannot be read (${error.code}).`)
    },
  )
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
}

async function readCounts(
  folder: string,
  release: ReleaseJson,
  checksums: ReadonlyMap<string, string>,
): Promise<Counts> {
  const bytes = await readWhole(folder, COUNTS_PATH)
  if (sha256Of(bytes) !== checksums.get(COUNTS_PATH))
    throw new FormatError(COUNTS_PATH, null, 'its checksum is not the one listed')
  const counts = parseCounts(bytes)
  const files = release.base.files
  const same =
    files.length === counts.files.length && files.every(({ path }, i) => path === counts.files[i]?.file)
  if (!same || !sameRows(counts.rows, release.rows))
    throw new FormatError(COUNTS_PATH, null, `it disagrees with ${RELEASE_PATH}`)
  if (counts.reasons && release.disclosure !== 'full')
    throw new FormatError(COUNTS_PATH, null, `reasons at disclosure ${release.disclosure}`)
  requireLists(release, counts, checksums)
  return counts
}

/** Which lists there are is fixed by the level: a list too few or too many would say something. */
function requireLists(release: ReleaseJson, counts: Counts, checksums: ReadonlyMap<string, string>): void {
  const telling = { disclosure: release.disclosure, reasons: counts.reasons !== undefined }
  const expected = [
    COUNTS_PATH,
    ...listsOf(telling).map((list) => list.path),
    ...(telling.reasons ? [openings.path] : []),
  ]
  const missing = expected.find((name) => !checksums.has(name))
  if (missing !== undefined)
    throw new FormatError(CHECKSUMS_PATH, null, `${missing} belongs in this release and is not listed`)
  const surplus = [...checksums.keys()].find((name) => !expected.includes(name))
  if (surplus !== undefined)
    throw new FormatError(CHECKSUMS_PATH, null, `${surplus} does not belong in this release`)
}

type Lists = Pick<LoadedRelease, 'folder' | 'counts' | 'checksums' | 'plans'>

async function readLists({ folder, counts, checksums, plans }: Lists): Promise<ToldReasons | null> {
  const sha256 = (list: { path: string }) => checksums.get(list.path) ?? ''
  const planOf = (list: { path: string }, { file, row }: Place): FilePlan => {
    const plan = plans.get(file)
    if (!plan || row >= plan.base.rows) throw new FormatError(list.path, null, `${file} has no row ${row}`)
    return plan
  }
  const refuse = (list: { path: string }, { file, row }: Place, problem: string) => {
    throw new FormatError(list.path, null, `row ${row} of ${file} ${problem}`)
  }

  await readList(folder, manifest, sha256(manifest), (row) => {
    const plan = planOf(manifest, row)
    plan.kept.add(row.row)
    if (row.digest === '') plan.redacted.add(row.row)
  })
  if (checksums.has(exclusions.path)) {
    await readList(folder, exclusions, sha256(exclusions), (row) => {
      const plan = planOf(exclusions, row)
      if (plan.kept.has(row.row)) refuse(exclusions, row, `is in ${manifest.path} as well`)
      plan.excluded.add(row.row)
      if (row.action === 'restrict') plan.restricted.add(row.row)
    })
    for (const { base, kept, excluded } of plans.values())
      if (kept.count + excluded.count !== base.rows)
        throw new FormatError(exclusions.path, null, `not every row of ${base.path} is kept or excluded`)
  }
  await readList(folder, redactions, sha256(redactions), (redaction) => {
    const plan = planOf(redactions, redaction)
    if (!plan.redacted.has(redaction.row))
      refuse(redactions, redaction, `has no place without digest in ${manifest.path}`)
    const others = plan.redactions.get(redaction.row)
    if (others) others.push(redaction)
    else plan.redactions.set(redaction.row, [redaction])
  })
  for (const { base, redacted, redactions: spans } of plans.values())
    if (spans.size !== redacted.count)
      throw new FormatError(redactions.path, null, `a row of ${base.path} without digest has no redaction`)

  let labelled = 0
  let last: Place | undefined
  await readList(folder, labels, sha256(labels), (label) => {
    if (!planOf(labels, label).kept.has(label.row)) refuse(labels, label, 'is not kept')
    if (last?.file !== label.file || last.row !== label.row) labelled += 1
    last = label
  })
  if (labelled !== counts.labelled)
    throw new FormatError(COUNTS_PATH, null, 'the labels are counted otherwise')
  if (!counts.reasons) return null
  await readList(folder, openings, sha256(openings), () => undefined)
  return readReasons({ folder, counts, checksums, plans }, planOf)
}

async function readReasons(
  { folder, counts, checksums, plans }: Lists,
  planOf: (list: { path: string }, place: Place) => FilePlan,
): Promise<ToldReasons> {
  const told = new ToldReasons()
  const rows = new Map<string, number>()
  let left = [...plans.values()].reduce(
    (sum, { excluded, redacted }) => sum + excluded.count + redacted.count,
    0,
  )
  await readList(folder, reasons, checksums.get(reasons.path) ?? '', (row) => {
    const plan = planOf(reasons, row)
    if (actionIn(plan, row.row) !== (row.action === 'label' ? 'keep' : row.action))
      throw new FormatError(
        reasons.path,
        null,
        `row ${row.row} of ${row.file} has another action in the lists`,
      )
    if (row.action !== 'label') left -= 1
    told.add(row)
    rows.set(row.reason, (rows.get(row.reason) ?? 0) + 1)
  })
  if (left !== 0) throw new FormatError(reasons.path, null, 'not every excluded or redacted row is listed')
  const counted = Object.entries(counts.reasons ?? {})
  if (counted.length !== rows.size || counted.some(([reason, number]) => rows.get(reason) !== number))
    throw new FormatError(COUNTS_PATH, null, 'the reasons are counted otherwise')
  return told
}

function actionIn(plan: FilePlan, row: number): 'keep' | 'redact' | 'remove' | 'restrict' {
  if (plan.kept.has(row)) return plan.redacted.has(row) ? 'redact' : 'keep'
  return plan.restricted.has(row) ? 'restrict' : 'remove'
}
