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

/** What people are told about the dataset, as it was when the release was frozen. */
export type About = {
  readonly title: string
  readonly description: string
  /** SPDX expression, or free text when it has none. */
  readonly licence: string
  readonly homepage: string | null
  /** Where the release was to be published: its page. Fixed with it, so that a copy served elsewhere is the same bytes. */
  readonly page: string
}

/** A state of the log: its name, how many entries it had, and their root. */
export type LogPosition = { readonly origin: string; readonly size: number; readonly root: string }

/**
 * What a release is made from, and what was decided when it was frozen. No clock, host or tool has a part in it: the same decisions
 * about the same files are the same bytes anywhere.
 */
export type ReleaseFacts = {
  readonly dataset: string
  readonly about: About
  readonly version: string
  readonly profile: string
  readonly disclosure: Disclosure
  /** The day (UTC) on which the maintainer froze it: chosen then, like the version, and never read from a clock again. */
  readonly date: string
  /** The release before, by the SHA-256 of its release.json. */
  readonly previous: { readonly version: string; readonly sha256: string } | null
  readonly base: {
    readonly files: readonly BaseFile[]
    /** What the paths of the files are relative to, where the maintainer gave an address; it ends in a slash. */
    readonly url: string | null
    /** Fields that make the digest, in order, and the definition that makes it. */
    readonly contentFields: readonly string[]
    readonly digestScheme: number
    readonly idField: string | null
  }
  /** SHA-256 of the policy in force, as the log has it. */
  readonly policy: string
  /** A tree that held every decision of the effective set. */
  readonly log: LogPosition
}

export type ReleaseJson = ReleaseFacts & {
  readonly format: typeof RELEASE_FORMAT
  readonly rows: RowCounts
  /** SHA-256 of manifest-sha256.txt, which holds those of everything under data/. */
  readonly manifest: string
  /** SHA-256 of tagmanifest-sha256.txt, which holds those of every file beside data/ but `release.*`. */
  readonly tagmanifest: string
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

const MEMBERS = [
  ...['format', 'dataset', 'about', 'version', 'profile', 'disclosure', 'date', 'previous', 'base', 'policy'],
  ...['log', 'rows', 'manifest', 'tagmanifest'],
]

function releaseOf(value: unknown): ReleaseJson | undefined {
  const members = membersOf(value, ...MEMBERS)
  if (members?.format !== RELEASE_FORMAT) return undefined
  const { dataset, version, profile, date, policy, manifest, tagmanifest } = members
  const disclosure = DISCLOSURES.find((level) => level === members.disclosure)
  const about = aboutOf(members.about)
  const previous = members.previous === null ? null : previousOf(members.previous)
  const base = baseOf(members.base)
  const log = logOf(members.log)
  const rows = rowCountsOf(members.rows)
  if (!isText(dataset) || !isVersion(version) || !isText(profile) || !isDay(date)) return undefined
  if (!isSha256(policy) || !isSha256(manifest) || !isSha256(tagmanifest)) return undefined
  if (disclosure === undefined || previous === undefined || !about || !base || !log || !rows) return undefined
  return {
    format: RELEASE_FORMAT,
    ...{ dataset, about, version, profile, disclosure, date, previous, base, policy, log, rows },
    ...{ manifest, tagmanifest },
  }
}

function aboutOf(value: unknown): About | undefined {
  const { title, description, licence, homepage, page } =
    membersOf(value, 'title', 'description', 'licence', 'homepage', 'page') ?? {}
  if (!isText(title) || typeof description !== 'string' || !isText(licence)) return undefined
  if (!isAddress(page) || (homepage !== null && !isText(homepage))) return undefined
  return { title, description, licence, homepage, page }
}

function logOf(value: unknown): LogPosition | undefined {
  const { origin, size, root } = membersOf(value, 'origin', 'size', 'root') ?? {}
  return isText(origin) && isCount(size) && isSha256(root) ? { origin, size, root } : undefined
}

function previousOf(value: unknown): ReleaseJson['previous'] | undefined {
  const members = membersOf(value, 'version', 'sha256')
  if (!members || !isVersion(members.version) || !isSha256(members.sha256)) return undefined
  return { version: members.version, sha256: members.sha256 }
}

function baseOf(value: unknown): ReleaseJson['base'] | undefined {
  const members = membersOf(value, 'files', 'url', 'contentFields', 'digestScheme', 'idField')
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
  const { url, contentFields, digestScheme, idField } = members
  if (files.length === 0 || contentFields.length === 0) return undefined
  if ((url !== null && !isText(url)) || (idField !== null && !isText(idField))) return undefined
  return { files, url, contentFields, digestScheme, idField }
}

function baseFileOf(members: Members | undefined): BaseFile | undefined {
  if (!members) return undefined
  const { path, sha256, bytes, format, rows } = members
  if (!isPlace(path) || !isSha256(sha256) || !isCount(bytes) || !isText(format) || !isCount(rows))
    return undefined
  return { path, sha256, bytes, format, rows }
}

const isTextList = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText)

const isAddress = (value: unknown): value is string => isText(value) && /^https?:\/\/[^\s/]+\//.test(value)

/** A path that stays below the folder it is relative to. */
const isPlace = (value: unknown): value is string =>
  isText(value) && value.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value)

/** SemVer without pre-release or build: those would be words of somebody's own. */
const isVersion = (value: unknown): value is string =>
  typeof value === 'string' && /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/.test(value)
