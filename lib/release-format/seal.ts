import {
  BAG_INFO_PATH,
  BAG_PATH,
  bagInfoText,
  bagText,
  basePath,
  FETCH_PATH,
  fetchText,
  fileOf,
  type PayloadFile,
} from './bag'
import { CARD_PATH, cardText } from './card'
import { CHECKSUMS_PATH, checksumsText, TAG_CHECKSUMS_PATH } from './checksums'
import type { RowCounts } from './counts'
import { CROISSANT_PATH, croissantBytes } from './croissant'
import {
  RELEASE_FORMAT,
  RELEASE_PATH,
  releaseBytes,
  type ReleaseFacts,
  type ReleaseJson,
} from './release-json'
import { GUIDE_PATH, guideText } from './verify-guide'
import { utf8 } from '@/lib/tlog/bytes'

/** Everything of a release beside data/ that is signed, by path, in the order it is made. */
export type Sealed = {
  readonly release: ReleaseJson
  /** SHA-256 of release.json. */
  readonly digest: string
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * What a release has beside its data: each file holds the digests of those before it, and release.json, the last, leads to all.
 * Signature and proof of the log come later and are in none of them, so that more can be added.
 *
 * @param data the files under data/ that are in the release
 */
export function sealRelease(facts: ReleaseFacts, rows: RowCounts, data: readonly PayloadFile[]): Sealed {
  const files = new Map(descriptions(facts, data))
  const add = (path: string, bytes: Uint8Array) => {
    files.set(path, bytes)
    return fileOf(path, bytes).sha256
  }
  files.set(CARD_PATH, utf8(cardText(facts, rows, data)))
  files.set(GUIDE_PATH, utf8(guideText(facts, data)))
  const tagmanifest = add(
    TAG_CHECKSUMS_PATH,
    utf8(checksumsText(Array.from(files, ([path, bytes]) => fileOf(path, bytes)))),
  )
  const manifest = fileOf(CHECKSUMS_PATH, checksumsOf(facts, data)).sha256
  const release: ReleaseJson = { ...facts, format: RELEASE_FORMAT, rows, manifest, tagmanifest }
  const digest = add(RELEASE_PATH, releaseBytes(release))
  return { release, digest, files }
}

export const DESCRIPTION_PATHS = [BAG_PATH, BAG_INFO_PATH, FETCH_PATH, CROISSANT_PATH] as const

/**
 * The files that machines read, which say nothing that release.json and the sizes of the data do not: whoever checks a release
 * writes them again.
 */
export function descriptions(
  facts: ReleaseFacts,
  data: readonly PayloadFile[],
): readonly (readonly [path: string, bytes: Uint8Array])[] {
  const checksums = checksumsOf(facts, data)
  return [
    [CHECKSUMS_PATH, checksums],
    [BAG_PATH, utf8(bagText())],
    [BAG_INFO_PATH, utf8(bagInfoText(facts, data))],
    [FETCH_PATH, utf8(fetchText(facts))],
    [CROISSANT_PATH, croissantBytes(facts, [...data, fileOf(CHECKSUMS_PATH, checksums)])],
  ]
}

const checksumsOf = ({ base }: ReleaseFacts, data: readonly PayloadFile[]) =>
  utf8(checksumsText([...data, ...base.files.map((file) => ({ path: basePath(file), sha256: file.sha256 }))]))
