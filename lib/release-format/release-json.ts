import { canonicalBytes, parseCanonical } from '@/lib/tlog/canonical-json'
import { addsUp, rowCountsOf, type RowCounts } from './counts'
import { DISCLOSURES, type Disclosure } from './disclosure'
import { FormatError } from './format-error'
import { compareText } from './order'
import { isCount, isSha256, isText, membersOf, type Members } from './value'

export const RELEASE_PATH = 'release.json'

/** A new meaning of any byte in a release is a new number here. */
export const RELEASE_FORMAT = 'winnow-release/1'

/** A file the release was made from. It is not in the release: whoever holds it applies the release to it. */
export type BaseFile = {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly format: string
  /** Records, those that are no items included. */
  readonly rows: number
}

/** What a release is. No time, host or tool: the same decisions about the same files are the same bytes anywhere. */
export type ReleaseJson = {
  readonly format: typeof RELEASE_FORMAT
  readonly dataset: string
  readonly version: string
  readonly profile: string
  readonly disclosure: Disclosure
  /** The release before, by the SHA-256 of its release.json. */
  readonly previous: { readonly version: string; readonly sha256: string } | null
  readonly base: {
    readonly files: readonly BaseFile[]
    /** Fields that make the digest, in order, and the definition that makes it. */
    readonly contentFields: readonly string[]
    readonly digestScheme: number
    readonly idField: string | null
  }
  readonly rows: RowCounts
  /** SHA-256 of manifest-sha256.txt, which holds those of all the rest. */
  readonly manifest: string
}

export const releaseBytes = (release: ReleaseJson): Uint8Array => canonicalBytes(release)

/** Throws a FormatError unless the bytes are exactly those of a release of this format. */
export function parseRelease(bytes: Uint8Array): ReleaseJson {
  let value: unknown
  try {
    value = parseCanonical(bytes)
  } catch (error) {
    throw new FormatError(RELEASE_PATH, null, error instanceof Error ? error.message : String(error))
  }
  const release = releaseOf(value)
  if (!release) throw new FormatError(RELEASE_PATH, null, `not a release of format ${RELEASE_FORMAT}`)
  if (
    !addsUp(release.rows) ||
    release.rows.in !== release.base.files.reduce((sum, { rows }) => sum + rows, 0)
  )
    throw new FormatError(RELEASE_PATH, null, 'the row counts do not add up')
  return release
}

function releaseOf(value: unknown): ReleaseJson | undefined {
  const members = membersOf(
    value,
    ...['format', 'dataset', 'version', 'profile', 'disclosure', 'previous', 'base', 'rows', 'manifest'],
  )
  if (members?.format !== RELEASE_FORMAT) return undefined
  const { dataset, version, profile, manifest } = members
  const disclosure = DISCLOSURES.find((level) => level === members.disclosure)
  const previous = members.previous === null ? null : previousOf(members.previous)
  const base = baseOf(members.base)
  const rows = rowCountsOf(members.rows)
  if (!isText(dataset) || !isVersion(version) || !isText(profile) || !isSha256(manifest)) return undefined
  if (disclosure === undefined || previous === undefined || !base || !rows) return undefined
  return { format: RELEASE_FORMAT, dataset, version, profile, disclosure, previous, base, rows, manifest }
}

function previousOf(value: unknown): ReleaseJson['previous'] | undefined {
  const members = membersOf(value, 'version', 'sha256')
  if (!members || !isVersion(members.version) || !isSha256(members.sha256)) return undefined
  return { version: members.version, sha256: members.sha256 }
}

function baseOf(value: unknown): ReleaseJson['base'] | undefined {
  const members = membersOf(value, 'files', 'contentFields', 'digestScheme', 'idField')
  if (
    !members ||
    !Array.isArray(members.files) ||
    !isTextList(members.contentFields) ||
    !isCount(members.digestScheme)
  )
    return undefined
  const files: BaseFile[] = []
  for (const entry of members.files) {
    const file = baseFileOf(membersOf(entry, 'path', 'sha256', 'bytes', 'format', 'rows'))
    if (!file || compareText(files.at(-1)?.path ?? '', file.path) >= 0) return undefined
    files.push(file)
  }
  const { contentFields, digestScheme, idField } = members
  if (files.length === 0 || contentFields.length === 0) return undefined
  return idField === null || isText(idField) ? { files, contentFields, digestScheme, idField } : undefined
}

function baseFileOf(members: Members | undefined): BaseFile | undefined {
  if (!members) return undefined
  const { path, sha256, bytes, format, rows } = members
  if (!isText(path) || !isSha256(sha256) || !isCount(bytes) || !isText(format) || !isCount(rows))
    return undefined
  return { path, sha256, bytes, format, rows }
}

const isTextList = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)

/** SemVer without pre-release or build: those would be words of somebody's own. */
const isVersion = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/.test(value)
