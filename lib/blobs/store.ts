import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { fromRoot } from '@/lib/runtime/root'

/** A stored file, named by the SHA-256 of its bytes. */
export type Blob = { digest: Buffer; bytes: number }

/** Where a blob lies. It is there once `storeBlob` has returned; its bytes never change. */
export function blobPath(digest: Uint8Array): string {
  const hex = Buffer.from(digest).toString('hex')
  return path.join(blobFolder(), hex.slice(0, 2), hex.slice(2))
}

export async function hasBlob(digest: Uint8Array): Promise<boolean> {
  return stat(blobPath(digest)).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
}

/**
 * Copies bytes into the store. The same bytes twice are one blob. A crash leaves at most a file in `incoming/`: the name appears
 * only after the bytes are on the disk.
 *
 * @param onBytes called with the length of each piece, for progress
 */
export async function storeBlob(
  pieces: AsyncIterable<Uint8Array>,
  onBytes?: (length: number) => void,
): Promise<Blob> {
  const draft = await draftPath()
  const hash = createHash('sha256')
  let bytes = 0
  try {
    {
      await using file = await open(draft, 'wx', 0o600)
      for await (const piece of pieces) {
        // The disk writes while this thread hashes.
        const written = writeAll(file, piece)
        hash.update(piece)
        await written
        bytes += piece.length
        onBytes?.(piece.length)
      }
      await file.sync()
    }
    const digest = hash.digest()
    await keep(draft, digest)
    return { digest, bytes }
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Copies a file into the store. */
export const storeFile = (file: string, onBytes?: (length: number) => void): Promise<Blob> =>
  storeBlob(createReadStream(file, { highWaterMark: 1024 * 1024 }), onBytes)

/** Moves a file that was written inside the data folder (see `draftPath`) into the store. */
export async function adoptFile(file: string): Promise<Blob> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    hash.update(piece)
    bytes += piece.length
  }
  const digest = hash.digest()
  {
    await using handle = await open(file, 'r+')
    await handle.sync()
  }
  await keep(file, digest)
  return { digest, bytes }
}

/** A name for a file that is being written, on the file system of the store, so that it can be moved in at once. */
export async function draftPath(): Promise<string> {
  const folder = path.join(blobFolder(), 'incoming')
  await mkdir(folder, { recursive: true })
  return path.join(folder, randomUUID())
}

/** Drafts that a crash left behind: older than a day, so not of an import that is under way. */
export async function sweepDrafts(now = Date.now()): Promise<number> {
  const folder = path.dirname(await draftPath())
  let swept = 0
  for (const name of await readdir(folder)) {
    const { mtimeMs } = await stat(path.join(folder, name))
    if (now - mtimeMs < 24 * 60 * 60 * 1000) continue
    await rm(path.join(folder, name), { force: true })
    swept++
  }
  return swept
}

/** The digests of every blob, a folder at a time. */
export async function* listBlobs(): AsyncGenerator<Buffer[]> {
  const folders = await readdir(blobFolder()).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  for (const folder of folders.filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    const names = await readdir(path.join(blobFolder(), folder))
    yield names.filter((name) => /^[0-9a-f]{62}$/.test(name)).map((name) => Buffer.from(folder + name, 'hex'))
  }
}

async function keep(draft: string, digest: Buffer): Promise<void> {
  const kept = blobPath(digest)
  await mkdir(path.dirname(kept), { recursive: true })
  await rename(draft, kept)
  // A rename is on the disk when its folder is.
  await using folder = await open(path.dirname(kept), 'r')
  await folder.sync()
}

async function writeAll(file: FileHandle, piece: Uint8Array): Promise<void> {
  for (let at = 0; at < piece.length;) at += (await file.write(piece, at)).bytesWritten
}

const blobFolder = () => path.join(fromRoot(process.env.WINNOW_DATA ?? '.winnow'), 'blobs')
