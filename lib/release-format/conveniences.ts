import { canonicalBytes } from '@/lib/tlog/canonical-json'
import { exclusions, labels, manifest, reasons } from './lists'
import { redactions } from './redactions'

/*
 * Copies of a release's lists in other formats. The text files are the signed truth; what is here is made from them, by a tool whose
 * next version may write other bytes, so that it is no part of the release and no signed byte depends on it.
 */

export const CONVENIENCES_PATH = 'conveniences.json'
export const CONVENIENCES_FORMAT = 'winnow-conveniences/1'

/** Beside a release, not under data/: a bag's payload is listed in its manifest. */
export const PARQUET_FOLDER = 'parquet/'

export type CopyColumn = { readonly name: string; readonly type: 'VARCHAR' | 'BIGINT' }

const text = (...names: string[]): CopyColumn[] => names.map((name) => ({ name, type: 'VARCHAR' }))
const place: readonly CopyColumn[] = [
  { name: 'file', type: 'VARCHAR' },
  { name: 'row', type: 'BIGINT' },
]

/** Lists that have a Parquet copy, and its columns: those of the text, where an empty cell is null and numbers are numbers. */
export const COPIED_LISTS: readonly { readonly path: string; readonly columns: readonly CopyColumn[] }[] = [
  { path: manifest.path, columns: [...place, ...text('id', 'digest')] },
  { path: exclusions.path, columns: [...place, ...text('action')] },
  { path: labels.path, columns: [...place, ...text('label')] },
  { path: reasons.path, columns: [...place, ...text('action', 'reason')] },
  {
    path: redactions.path,
    columns: [
      ...place,
      ...text('field'),
      { name: 'start', type: 'BIGINT' },
      { name: 'end', type: 'BIGINT' },
      ...text('replacement'),
    ],
  },
]

/** `data/manifest.csv` → `parquet/manifest.parquet` */
export const parquetPath = (path: string): string =>
  `${PARQUET_FOLDER}${path.replace(/^data\//, '').replace(/\.[a-z]+$/, '')}.parquet`

/** Whether a path is that of something made from a release, which is served beside it. */
export const isConvenience = (path: string): boolean =>
  path === CONVENIENCES_PATH || path.startsWith(PARQUET_FOLDER)

export type Convenience = {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
  /** The signed file it was made from. */
  readonly from: { readonly path: string; readonly sha256: string }
}

/** The list of the copies. `signed` says false, for whoever reads nothing else. */
export const conveniencesBytes = (release: string, files: readonly Convenience[]): Uint8Array =>
  canonicalBytes({ format: CONVENIENCES_FORMAT, release, signed: false, files })
