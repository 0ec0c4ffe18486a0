import 'server-only'
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Makes the data folder and writes into it once, so that what is wrong with it is said before anything starts. */
export function requireDataFolder(dir: string): void {
  const probe = path.join(dir, `.probe-${process.pid}`)
  try {
    mkdirSync(dir, { recursive: true })
    writeFileSync(probe, 'x'.repeat(4096))
    rmSync(probe)
    const keys = path.join(dir, 'keys')
    if (existsSync(keys)) accessSync(keys, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Error(
      `The data folder ${dir} cannot be used: ${reason(error)}. Set WINNOW_DATA to another folder.`,
      { cause: error },
    )
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'it is on a read-only file system',
  // What a recursive mkdir on a read-only file system answers.
  ENOENT: 'it cannot be created (is the file system read-only?)',
  EACCES: 'it, or the keys in it, belong to another user',
  EPERM: 'it, or the keys in it, belong to another user',
  EEXIST: 'there is a file of that name',
  ENOTDIR: 'a part of the path is a file',
}
