import 'server-only'
import { readBlocks, segmentKinds } from './read/blocks'
import { decodeUtf8 } from './read/decode'
import type { Format } from './read/format'
import { openBytes } from './read/source'

/** Rows of a JSONL file that are looked at for its fields. */
const SAMPLE_ROWS = 200

/** Names of a file's columns; for JSONL the members of its first rows, those of nested objects as `outer.inner`. */
export async function columnsOf(path: string, format: Format): Promise<string[]> {
  if (format.kind !== 'jsonl') return format.columns
  const names = new Set<string>()
  let rows = 0
  for await (const block of readBlocks(openBytes(path, format.gzip), format)) {
    const bytes = Buffer.from(block.bytes.buffer)
    for (const [i, kind] of block.kind.entries()) {
      if (segmentKinds[kind] !== 'record') continue
      for (const name of memberNames(bytes.subarray(block.next[i - 1] ?? 0, block.end[i]))) names.add(name)
      if (++rows === SAMPLE_ROWS) return [...names]
    }
  }
  return [...names]
}

function memberNames(record: Buffer): string[] {
  try {
    const row: unknown = JSON.parse(decodeUtf8(record) ?? '')
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return []
    return Object.entries(row).flatMap(([name, value]) => [name, ...nestedNames(name, value)])
  } catch {
    // A damaged row names nothing; the import will list it.
    return []
  }
}

function nestedNames(name: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.keys(value).map((inner) => `${name}.${inner}`)
}
