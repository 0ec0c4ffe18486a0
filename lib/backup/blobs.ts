import 'server-only'
import { constants } from 'node:fs'
import { copyFile, link, mkdir, open } from 'node:fs/promises'
import path from 'node:path'

/**
 * Brings a blob under another name: a second name for the same bytes where both are on one file system (blobs never change),
 * else a copy. One that is there already stays.
 */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
  try {
    await link(from, to)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EEXIST') return
    if (code !== 'EXDEV' && code !== 'EPERM' && code !== 'EMLINK' && code !== 'ENOTSUP') throw error
    await copyFile(from, to, constants.COPYFILE_FICLONE)
    await using file = await open(to, 'r+')
    await file.sync()
  }
}
