import 'server-only'
import { readFile } from 'node:fs/promises'
import { type LogSource, MissingResource } from '@/lib/log/log-source'
import { textOf } from '@/lib/tlog/bytes'

/** `--vkey` of the commands that check a log. */
export const vkeyOption = {
  type: 'string',
  value: 'KEY',
  multiple: true,
  help: "the log's key, or a file with its keys; without it the log is asked for them",
} as const

/** The keys given with --vkey, each a key or the name of a file with a key on each line; else those the log says it has. */
export async function logKeys(
  source: LogSource,
  given: readonly string[] | undefined,
  path: (file: string) => string,
): Promise<{ vkeys: string[]; areGiven: boolean }> {
  const named = await Promise.all((given ?? []).map((vkey) => keysIn(vkey, path)))
  return named.length > 0
    ? { vkeys: named.flat(), areGiven: true }
    : { vkeys: await servedKeys(source), areGiven: false }
}

/** A key has two plus signs; anything else names a file. */
async function keysIn(given: string, path: (file: string) => string): Promise<string[]> {
  const text = /^[^+\s]+\+[0-9a-f]{8}\+/.test(given) ? given : await readFile(path(given), 'utf8')
  return linesOf(text)
}

/** All keys of a log of ours, or the one key of another that serves it under the same name. */
async function servedKeys(source: LogSource): Promise<string[]> {
  for (const path of ['vkeys', 'vkey']) {
    try {
      return linesOf(textOf(await source(path)))
    } catch (error) {
      if (!(error instanceof MissingResource)) throw error
    }
  }
  throw new Error('the log does not serve its key: give it with --vkey')
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')
