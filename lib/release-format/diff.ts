import { canonicalBytes } from '@/lib/tlog/canonical-json'
import { compareText } from './order'
import type { BaseFile, ReleaseJson } from './release-json'

export const DIFF_PATH = 'diff.json'
export const DIFF_FORMAT = 'winnow-diff/1'

/** What becomes of a row between two releases, told from their manifests alone. */
export const CHANGES = ['left_out', 'masked', 'unmasked', 'restored'] as const
export type Change = (typeof CHANGES)[number]

/** `first` to `last` of a file, both included. */
export type Run = { readonly first: number; readonly last: number }
export type FileChanges = { readonly file: string } & Readonly<Record<Change, readonly Run[]>>

/**
 * How a release differs from the one before it. It says nothing that the two manifests do not, so it is as public as they are, at each
 * level; reasons are in neither. Masked: kept before as it was, now with passages replaced, or with others.
 */
export type Diff = {
  readonly format: typeof DIFF_FORMAT
  readonly dataset: string
  readonly profile: string
  readonly from: { readonly version: string; readonly sha256: string }
  readonly to: { readonly version: string; readonly sha256: string }
  /** Paths; a file with another content is in both. Rows are compared in those that are the same in both bases. */
  readonly base: {
    readonly added: readonly string[]
    readonly gone: readonly string[]
    readonly same: number
  }
  readonly rows: Readonly<Record<Change, number>>
  readonly files: readonly FileChanges[]
}

export type Side = { readonly release: ReleaseJson; readonly digest: string }

export function diffOf(from: Side, to: Side, files: readonly FileChanges[]): Diff {
  const before = from.release.base.files
  const after = to.release.base.files
  const lengthOf = (change: Change) =>
    files.reduce(
      (sum, file) => sum + file[change].reduce((rows, { first, last }) => rows + last - first + 1, 0),
      0,
    )
  return {
    format: DIFF_FORMAT,
    dataset: to.release.dataset,
    profile: to.release.profile,
    from: { version: from.release.version, sha256: from.digest },
    to: { version: to.release.version, sha256: to.digest },
    base: {
      added: without(after, before),
      gone: without(before, after),
      same: sameFiles(from.release, to.release).length,
    },
    rows: {
      left_out: lengthOf('left_out'),
      masked: lengthOf('masked'),
      unmasked: lengthOf('unmasked'),
      restored: lengthOf('restored'),
    },
    files,
  }
}

export const diffBytes = (diff: Diff): Uint8Array => canonicalBytes(diff)

/** Files that are in both bases, at the same path and with the same bytes: only there does a row number mean one row. */
export function sameFiles(from: ReleaseJson, to: ReleaseJson): string[] {
  const known = new Set(from.base.files.map(key))
  return to.base.files.filter((file) => known.has(key(file))).map(({ path }) => path)
}

function without(files: readonly BaseFile[], others: readonly BaseFile[]): string[] {
  const known = new Set(others.map(key))
  return files
    .filter((file) => !known.has(key(file)))
    .map(({ path }) => path)
    .sort(compareText)
}

const key = ({ path, sha256 }: BaseFile) => `${sha256} ${path}`
