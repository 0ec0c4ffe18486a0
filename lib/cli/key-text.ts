import 'server-only'
import { readFile } from 'node:fs/promises'

/** Keys of the log as somebody gives them: one of them, which has two plus signs, or the name of a file. */
export const keyText = async (given: string, path: (file: string) => string): Promise<string> =>
  /^[^+\s]+\+[0-9a-f]{8}\+/.test(given) ? given : readFile(path(given), 'utf8')
