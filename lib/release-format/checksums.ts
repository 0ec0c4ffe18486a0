import { textOf } from '@/lib/tlog/bytes'
import { FormatError } from './format-error'
import { compareText } from './order'

export type Checksum = { readonly path: string; readonly sha256: string }

/** As in BagIt (RFC 8493 §2.1.3), readable by `sha256sum -c`: every file under data/, those of the base too, sorted by path. */
export const CHECKSUMS_PATH = 'manifest-sha256.txt'

/** RFC 8493 §2.2.1: the same for the files beside data/. Not for release.json, which holds the checksum of this one. */
export const TAG_CHECKSUMS_PATH = 'tagmanifest-sha256.txt'

export function checksumsText(files: readonly Checksum[]): string {
  const sorted = [...files].sort((a, b) => compareText(a.path, b.path))
  return sorted.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')
}

/** Throws a FormatError unless the bytes are what `checksumsText` writes, of paths that stay inside data/. */
export const parseChecksums = (bytes: Uint8Array): Checksum[] =>
  parse(
    bytes,
    CHECKSUMS_PATH,
    /^([0-9a-f]{64}) {2}(data\/(?:base\/[^\r\n]+|[a-z0-9-]+\.(?:csv|jsonl|json)))$/,
  )

/** Likewise for the files beside data/: names without folders. */
export const parseTagChecksums = (bytes: Uint8Array): Checksum[] =>
  parse(bytes, TAG_CHECKSUMS_PATH, /^([0-9a-f]{64}) {2}([A-Za-z0-9-]+\.(?:txt|json|md))$/)

function parse(bytes: Uint8Array, name: string, shape: RegExp): Checksum[] {
  const files = linesOf(bytes, name).map((line, i) => {
    const [, sha256, path] = shape.exec(line) ?? []
    if (sha256 === undefined || path === undefined)
      throw new FormatError(name, i + 1, 'not a checksum of a file that belongs here')
    return { path, sha256 }
  })
  const unordered = files.findIndex(
    ({ path }, i) => i > 0 && compareText(files[i - 1]?.path ?? '', path) >= 0,
  )
  if (unordered >= 0) throw new FormatError(name, unordered + 1, 'out of order, or listed twice')
  return files
}

function linesOf(bytes: Uint8Array, name: string): string[] {
  let text: string
  try {
    text = textOf(bytes)
  } catch {
    throw new FormatError(name, null, 'not UTF-8')
  }
  if (!text.endsWith('\n')) throw new FormatError(name, null, 'empty or cut off')
  return text.slice(0, -1).split('\n')
}
