import 'server-only'
import path from 'node:path'

/**
 * The repository: where package.json, .next and, unless WINNOW_DATA says otherwise, the data folder lie. Inside Next's
 * bundle a module does not know its folder; there it is the working directory, which the launcher sets.
 */
export const root = import.meta.dirname ? path.resolve(import.meta.dirname, '../..') : process.cwd()

/** A setting that names a path is relative to the repository, wherever the command was typed. */
export const fromRoot = (file: string): string => path.resolve(root, file)
