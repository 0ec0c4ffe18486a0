import 'server-only'
import { createWriteStream } from 'node:fs'
import { lstat, mkdir, open, rename, rm, rmdir, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { invalid } from '@/lib/errors'
import { failpoint } from '@/lib/runtime/failpoint'

/**
 * A folder whose files appear together and only when all of them are right. They are written to a folder inside it, synced, and
 * renamed at the end, the receipt last: a folder without receipt was not finished, and the next run may write over it.
 */
export class OutputFolder {
  private readonly names: string[] = []

  private constructor(
    readonly folder: string,
    private readonly draft: string,
    /** The first folder that had to be made for it; it goes again when nothing is written. */
    private readonly made: string | undefined,
  ) {}

  /** @throws AppError `invalid` if a file of that name is there and no earlier run was cut short */
  static async open(folder: string, names: readonly string[]): Promise<OutputFolder> {
    const draft = path.join(folder, '.winnow-partial')
    if (!(await exists(draft)))
      for (const name of names)
        if (await exists(path.join(folder, name)))
          throw invalid(`${path.join(folder, name)} is there already. Name another folder with --out.`)
    await rm(draft, { recursive: true, force: true })
    const made = await mkdir(draft, { recursive: true })
    return new OutputFolder(folder, draft, made === draft ? undefined : made)
  }

  /** Where a file lies before `commit`. */
  draftOf = (name: string): string => path.join(this.draft, name)

  /**
   * Writes a file from pieces of it, and syncs it.
   *
   * @param onWritten told how many bytes of it can be read, as it grows; not of a compressed one
   */
  async write(
    name: string,
    pieces: AsyncIterable<readonly Buffer[]>,
    { gzip = false, onWritten }: { gzip?: boolean; onWritten?: (bytes: number) => void } = {},
  ): Promise<void> {
    const draft = this.draftOf(name)
    await mkdir(path.dirname(draft), { recursive: true })
    if (gzip) await pipeline(joined(pieces), createGzip(), createWriteStream(draft, { flush: true }))
    else await writePieces(draft, pieces, onWritten)
    this.names.push(name)
  }

  /** Lets something else write a file under its draft name, and syncs it. */
  async make(name: string, write: (draft: string) => Promise<void>): Promise<void> {
    const draft = this.draftOf(name)
    await mkdir(path.dirname(draft), { recursive: true })
    await write(draft)
    await using handle = await open(draft, 'r')
    await handle.sync()
    this.names.push(name)
  }

  /** Gives every file its name, in the order they were written. */
  async commit(): Promise<void> {
    failpoint('output.before-rename')
    const folders = new Set([this.folder])
    for (const name of this.names) {
      const target = path.join(this.folder, name)
      await mkdir(path.dirname(target), { recursive: true })
      await rename(this.draftOf(name), target)
      folders.add(path.dirname(target))
      failpoint('output.after-rename')
    }
    // A rename is on the disk when its folder is.
    for (const folder of folders) await sync(folder)
    await rm(this.draft, { recursive: true, force: true })
  }

  async discard(): Promise<void> {
    await rm(this.draft, { recursive: true, force: true })
    if (this.made === undefined) return
    for (let folder = this.folder; folder.startsWith(this.made); folder = path.dirname(folder))
      await rmdir(folder).catch(unlessFull)
  }
}

/** Without joining what is written: copying it once more would cost as much as writing it. */
async function writePieces(
  file: string,
  pieces: AsyncIterable<readonly Buffer[]>,
  onWritten: ((bytes: number) => void) | undefined,
): Promise<void> {
  await using handle = await open(file, 'w')
  let bytes = 0
  let synced = 0
  let syncing: Promise<void> | undefined
  try {
    for await (const some of pieces) {
      for (let from = 0; from < some.length; from += MOST_AT_ONCE)
        bytes += await writeAll(handle, some.slice(from, from + MOST_AT_ONCE))
      onWritten?.(bytes)
      if (bytes - synced < SYNC_BYTES) continue
      // The one before was begun 64 MiB ago; if the disk is slower than that, it sets the pace.
      await syncing
      synced = bytes
      syncing = handle.datasync()
      syncing.catch(() => undefined)
    }
  } finally {
    await syncing
  }
  await handle.sync()
}

/** The disk begins on what is written while the rest is made, so that the sync at the end is short. */
const SYNC_BYTES = 64 * 1024 * 1024

/** IOV_MAX of Linux. */
const MOST_AT_ONCE = 1024

async function writeAll(handle: FileHandle, pieces: readonly Buffer[]): Promise<number> {
  const { bytesWritten } = await handle.writev(pieces)
  const size = pieces.reduce((sum, { length }) => sum + length, 0)
  // A disk that fills up takes a part before it refuses.
  if (bytesWritten < size) await handle.writeFile(Buffer.concat(pieces).subarray(bytesWritten))
  return size
}

async function* joined(pieces: AsyncIterable<readonly Buffer[]>): AsyncGenerator<Buffer> {
  for await (const some of pieces) yield Buffer.concat(some)
}

/** Somebody else has put something there meanwhile: it stays. */
function unlessFull(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false
      throw error
    },
  )
}

async function sync(folder: string): Promise<void> {
  await using handle = await open(folder, 'r')
  await handle.sync()
}
