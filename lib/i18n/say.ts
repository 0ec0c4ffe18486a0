import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { formatDateTime } from '@/lib/format'
import { CATALOGUES } from './catalogues'
import { type Locale, localeOf } from './locales'
import { reader } from './reader.mjs'
import { inWords, type MessageKey, type Values } from './translator'

/** The language of the request that is being answered; English where there is none: in the worker, on the command line. */
export const localeOfReader = (): Locale => localeOf(reader.getStore())

/**
 * A message in the language of whoever is being answered. For what the library tells people: refusals, explanations, the outcome of a
 * form. Never for what is signed, logged or sent to somebody else; of what is stored, see `keeping`.
 */
export function say<K extends MessageKey>(key: K, ...[values]: Values<K>): string {
  const locale = localeOfReader()
  const words = inWords(locale, CATALOGUES[locale], key, values)
  remembered.getStore()?.set(words, { key, values })
  return words
}

/** The same of a time, as a value of a message. */
export function sayWhen(at: Date): string {
  const words = formatDateTime(at, localeOfReader())
  remembered.getStore()?.set(words, { at })
  return words
}

/** A message that was said, and with what. */
export type Said = { key: MessageKey; values: object | undefined } | { at: Date }

const remembered = new AsyncLocalStorage<Map<string, Said>>()

/** What is said meanwhile is known by its words: see `keeping`. */
export function remembering<T>(work: (said: ReadonlyMap<string, Said>) => T): T {
  const said = new Map<string, Said>()
  return remembered.run(said, () => work(said))
}

/** The same as the message of a rule: `z.string().min(1, asks('people.input.name'))`. Said when somebody breaks the rule. */
export const asks = <K extends MessageKey>(key: K, ...values: Values<K>) => ({
  error: () => say(key, ...values),
})

/** In whose language something is told: `say` on a page, `voiceOf` its reader's language in a letter. */
export type Voice = typeof say

/** Messages in a language, whoever asks: for letters. */
export const voiceOf =
  (locale: Locale): Voice =>
  (key, ...[values]) =>
    inWords(locale, CATALOGUES[locale], key, values)

/** A message in English, whoever asks: for the log, and what is stored. */
export const english = voiceOf('en-GB')

/** What is made meanwhile speaks English, whoever asks: for files. */
export const inEnglish = <T>(make: () => T): T => reader.run({}, make)
