import 'server-only'
import { createHash, type Hash } from 'node:crypto'
import { readBlocks } from '@/lib/datasets/read/blocks'
import type { TextFormat } from '@/lib/datasets/read/format'
import { openBytes } from '@/lib/datasets/read/source'
import { hashFile } from './read-file'

export type Inspected = { sha256: string; bytes: number; records: number }

/** What lies on the disk after a copy was written: counted there, and not from what was meant to be written. */
export async function inspectCopy(file: string, format: TextFormat): Promise<Inspected> {
  if (format.gzip)
    return { ...(await hashFile(file)), records: await countRecords(openBytes(file, true), format) }
  return inspectBytes(openBytes(file, false), format)
}

/** The same of a file that is not compressed, as its bytes come. */
export async function inspectBytes(chunks: AsyncIterable<Buffer>, format: TextFormat): Promise<Inspected> {
  const hash = createHash('sha256')
  const size = { bytes: 0 }
  const records = await countRecords(hashing(chunks, hash, size), format)
  return { sha256: hash.digest('hex'), bytes: size.bytes, records }
}

/** Hands chunks on, hashing them by the way. */
export async function* hashing(
  chunks: AsyncIterable<Buffer>,
  hash: Hash,
  size: { bytes: number },
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    hash.update(chunk)
    size.bytes += chunk.length
    yield chunk
  }
}

export async function countRecords(chunks: AsyncIterable<Buffer>, format: TextFormat): Promise<number> {
  if (format.kind === 'jsonl') return countLines(chunks)
  let end = 0
  for await (const block of readBlocks(chunks, format)) end = block.to.row
  return end
}

const LF = 0x0a
const BLANK = new Set([0x20, 0x09, 0x0d])
/** A byte order mark before the first line does not make it a record. */
const BOM = [0xef, 0xbb, 0xbf]

/** Lines that are not blank; a tenth of what it costs to cut them out. */
async function countLines(chunks: AsyncIterable<Buffer>): Promise<number> {
  let records = 0
  let offset = 0
  let hasContent = false
  for await (const chunk of chunks) {
    let at = 0
    for (; offset + at < BOM.length && chunk[at] === BOM[offset + at]; at++);
    while (at < chunk.length) {
      const feed = chunk.indexOf(LF, at)
      const end = feed < 0 ? chunk.length : feed
      for (; !hasContent && at < end; at++) hasContent = !BLANK.has(chunk[at] ?? 0)
      if (feed < 0) break
      if (hasContent) records += 1
      hasContent = false
      at = feed + 1
    }
    offset += chunk.length
  }
  return hasContent ? records + 1 : records
}
