import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type LogSource, MissingResource } from './log-source'

/** A log in a folder: files named as their addresses below `/log`. */
export const folderSource =
  (folder: string): LogSource =>
  async (name) => {
    try {
      return await readFile(path.join(folder, name))
    } catch (error) {
      if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR'))
        throw new MissingResource(name)
      throw error
    }
  }
