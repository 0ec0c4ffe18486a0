import 'server-only'
import { z } from 'zod'
import { CATALOGUES } from './catalogues'
import { chosenLocale } from './locales'
import { localeOfReader, remembering, type Said, sayWhen } from './say'
import { inWords, type MessageKey } from './translator'

/** The language somebody wrote to us in, as it is kept with what they said; English before it was kept, and once it is spoken no more. */
export const keptLocale = z
  .string()
  .optional()
  .transform((tag) => chosenLocale(tag) ?? 'en-GB')

/** A message, or a time, as the database keeps it, and the words it had: for a version that has no such message any more. */
type Kept = { say: string; values: Record<string, string | number | Kept>; words: string } | { at: string }

const schema: z.ZodType<Kept> = z.lazy(() => {
  const values = z.record(z.string(), z.union([z.string(), z.number(), schema]))
  return z.union([z.object({ say: z.string(), values, words: z.string() }), z.object({ at: z.string() })])
})

/**
 * For what a job says and somebody reads later: of a sentence that `say` made meanwhile, `keep` gives what is stored, for `retold`. Any
 * other sentence is stored as it is.
 */
export const keeping = <T>(work: (keep: (sentence: string) => string) => T): T =>
  remembering((said) =>
    work((sentence) => {
      const kept = keptOf(said, sentence)
      return typeof kept === 'string' ? kept : JSON.stringify(kept)
    }),
  )

/** A value may have been said too: "{file}: {what}". */
function keptOf(said: ReadonlyMap<string, Said>, words: string): Kept | string {
  const found = said.get(words)
  if (!found) return words
  if ('at' in found) return { at: found.at.toISOString() }
  const values = Object.entries(found.values ?? {}).map(([name, value]) => [
    name,
    typeof value === 'number' || value === words ? value : keptOf(said, String(value)),
  ])
  return { say: found.key, values: Object.fromEntries(values), words }
}

/** What `keep` stored, in the language of whoever is being answered; a sentence that was stored as it is, as it is. */
export function retold(stored: string): string {
  try {
    return stored.startsWith('{"say":') ? sayAgain(schema.parse(JSON.parse(stored))) : stored
  } catch {
    return stored
  }
}

function sayAgain(kept: Kept): string {
  if ('at' in kept) return sayWhen(new Date(kept.at))
  const locale = localeOfReader()
  const values = Object.entries(kept.values).map(([name, value]) => [
    name,
    typeof value === 'object' ? sayAgain(value) : value,
  ])
  try {
    return inWords(locale, CATALOGUES[locale], kept.say as MessageKey, Object.fromEntries(values))
  } catch {
    return kept.words
  }
}
