import 'server-only'
import path from 'node:path'

/** The repository: where package.json, .next and, unless WINNOW_DATA says otherwise, the data folder lie. */
export const root = path.resolve(import.meta.dirname, '../..')

/** A setting that names a path is relative to the repository, wherever the command was typed. */
export const fromRoot = (file: string): string => path.resolve(root, file)
