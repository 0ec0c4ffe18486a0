import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { unavailable } from '@/lib/errors'
import { FormatError } from '@/lib/release-format/format-error'
import type { List } from '@/lib/release-format/list'

/** The whole of a small file of a release. Throws `unavailable` when it is not there or cannot be read. */
export async function readWhole(folder: string, name: string): Promise<Buffer> {
  return readFile(path.join(folder, name)).catch((error: unknown) => {
    throw unreadable(name, error)
  })
}

/**
 * Reads a list row by row, in constant memory, and its checksum with it.
 *
 * @throws FormatError at the first byte that is not canonical, or at the end if the checksum is another
 */
export async function readList<T>(
  folder: string,
  list: List<T>,
  sha256: string,
  onRow: (row: T) => void,
): Promise<void> {
  const reader = list.reader()
  const hash = createHash('sha256')
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  try {
    for await (const chunk of chunks(folder, list.path)) {
      hash.update(chunk)
      reader.push(decoder.decode(chunk, { stream: true })).forEach(onRow)
    }
    reader.push(decoder.decode()).forEach(onRow)
  } catch (error) {
    if (error instanceof TypeError) throw new FormatError(list.path, null, 'not UTF-8')
    throw error
  }
  reader.end()
  if (hash.digest('hex') !== sha256)
    throw new FormatError(list.path, null, 'its checksum is not the one listed')
}

/** Rows of a list that has been read and checked before. */
export async function* listRows<T>(folder: string, list: List<T>): AsyncGenerator<T[]> {
  const reader = list.reader()
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  for await (const chunk of chunks(folder, list.path))
    yield reader.push(decoder.decode(chunk, { stream: true }))
  reader.end()
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** SHA-256 and length of a file. */
export async function hashFile(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file, { highWaterMark: READ_BYTES }) as AsyncIterable<Buffer>) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

const READ_BYTES = 1024 * 1024

async function* chunks(folder: string, name: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path.join(folder, name), { highWaterMark: READ_BYTES })
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw unreadable(name, error)
    throw error
  }
}

function unreadable(name: string, error: unknown) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return unavailable(code === 'ENOENT' ? `${name} is missing.` : `${name} cannot be read (${code}).`)
}
