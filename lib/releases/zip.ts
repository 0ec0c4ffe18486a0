import 'server-only'
import { crc32 } from 'node:zlib'

/*
 * ZIP (PKWARE APPNOTE 6.3.10), written as it is sent: entries are stored, not compressed, and have no times, so that the same files
 * are the same bytes. Checksums stand before the content, which every reader understands; content is therefore read twice.
 */

export type ZipEntry = {
  readonly name: string
  readonly bytes: number
  /** The content from its beginning, as often as it is called. */
  open(): AsyncIterable<Uint8Array>
}

/** What does not fit in 32 bits goes to the ZIP64 record (§4.5.3). */
const LIMIT = 0xffffffff
const VERSION = 45
/** §4.4.4: names are UTF-8. */
const UTF8_NAMES = 0x0800
/** §4.4.6: 1980-01-01, the earliest there is. */
const DATE = 0x0021

/** How long the archive will be. */
export function zipLength(entries: readonly ZipEntry[]): number {
  let length = 0
  let directory = 0
  for (const entry of entries) {
    directory += directoryHeader(entry, 0, length).length
    length += localHeader(entry, 0).length + entry.bytes
  }
  return length + directory + endRecords(entries.length, directory, length).length
}

export async function* zipPieces(entries: readonly ZipEntry[]): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const checksum = await checksumOf(entry)
    const header = localHeader(entry, checksum)
    yield header
    let sent = 0
    for await (const piece of entry.open()) {
      sent += piece.length
      yield piece
    }
    if (sent !== entry.bytes) throw new Error(`${entry.name} has ${sent} bytes, not ${entry.bytes}`)
    directory.push(directoryHeader(entry, checksum, offset))
    offset += header.length + entry.bytes
  }
  const central = Buffer.concat(directory)
  yield central
  yield endRecords(entries.length, central.length, offset)
}

async function checksumOf(entry: ZipEntry): Promise<number> {
  let checksum = 0
  for await (const piece of entry.open()) checksum = crc32(piece, checksum)
  return checksum
}

/** §4.3.7 */
function localHeader({ name, bytes }: ZipEntry, checksum: number): Buffer {
  const path = Buffer.from(name)
  const extra = bytes >= LIMIT ? zip64([bytes, bytes]) : Buffer.alloc(0)
  const size = Math.min(bytes, LIMIT)
  const fixed = Buffer.alloc(30)
  fixed.writeUInt32LE(0x04034b50, 0)
  writeCommon(fixed, 4, checksum, size, path, extra)
  return Buffer.concat([fixed, path, extra])
}

/** §4.3.12 */
function directoryHeader({ name, bytes }: ZipEntry, checksum: number, offset: number): Buffer {
  const path = Buffer.from(name)
  const large = [...(bytes >= LIMIT ? [bytes, bytes] : []), ...(offset >= LIMIT ? [offset] : [])]
  const extra = large.length > 0 ? zip64(large) : Buffer.alloc(0)
  const fixed = Buffer.alloc(46)
  fixed.writeUInt32LE(0x02014b50, 0)
  fixed.writeUInt16LE(VERSION, 4)
  writeCommon(fixed, 6, checksum, Math.min(bytes, LIMIT), path, extra)
  fixed.writeUInt32LE(Math.min(offset, LIMIT), 42)
  return Buffer.concat([fixed, path, extra])
}

/** What both headers have, from "version needed" to the length of the extra field. */
function writeCommon(into: Buffer, at: number, checksum: number, size: number, path: Buffer, extra: Buffer) {
  into.writeUInt16LE(VERSION, at)
  into.writeUInt16LE(UTF8_NAMES, at + 2)
  into.writeUInt16LE(DATE, at + 8)
  into.writeUInt32LE(checksum, at + 10)
  into.writeUInt32LE(size, at + 14)
  into.writeUInt32LE(size, at + 18)
  into.writeUInt16LE(path.length, at + 22)
  into.writeUInt16LE(extra.length, at + 24)
}

/** §4.3.14 to §4.3.16: both ends, the larger one always, as its length then depends on nothing. */
function endRecords(count: number, directory: number, offset: number): Buffer {
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50, 0)
  end64.writeBigUInt64LE(44n, 4)
  end64.writeUInt16LE(VERSION, 12)
  end64.writeUInt16LE(VERSION, 14)
  for (const at of [24, 32]) end64.writeBigUInt64LE(BigInt(count), at)
  end64.writeBigUInt64LE(BigInt(directory), 40)
  end64.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(offset + directory), 8)
  locator.writeUInt32LE(1, 16)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  for (const at of [8, 10]) end.writeUInt16LE(Math.min(count, 0xffff), at)
  end.writeUInt32LE(Math.min(directory, LIMIT), 12)
  end.writeUInt32LE(Math.min(offset, LIMIT), 16)
  return Buffer.concat([end64, locator, end])
}

function zip64(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + 8 * values.length)
  extra.writeUInt16LE(0x0001, 0)
  extra.writeUInt16LE(8 * values.length, 2)
  values.forEach((value, i) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * i))
  return extra
}
