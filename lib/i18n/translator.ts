import {
  _createCache,
  _createIntlFormatters,
  createTranslator,
  type ICUArgs,
  type MessageKeys,
  type NamespaceKeys,
  type NestedKeyOf,
  type NestedValueOf,
} from 'use-intl/core'
import { formatCount } from '@/lib/format'
import type { Messages } from './catalogues'
import type { Locale } from './locales'

export type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>
export type MessageKey = MessageKeys<Messages, NestedKeyOf<Messages>>

/** What a message needs to be said, by its own text. */
type ArgumentsOf<K extends MessageKey> = ICUArgs<
  NestedValueOf<Messages, K>,
  { ICUArgument: string; ICUNumberArgument: number; ICUDateArgument: Date }
>
export type Values<K extends MessageKey> = object extends ArgumentsOf<K> ? [] : [values: ArgumentsOf<K>]

/** Parsed messages, which the next request needs again. */
const cache = _createCache()
const intl = _createIntlFormatters(cache)
const formatters: typeof intl = {
  ...intl,
  // A number in a sentence is grouped as everywhere else, on the server and in any browser.
  getNumberFormat: (locale, options) =>
    options
      ? intl.getNumberFormat(locale, options)
      : Object.defineProperty(intl.getNumberFormat(locale), 'format', { value: formatCount }),
}

const translate = <const N extends Namespace>(locale: Locale, messages: Partial<Messages>, namespace?: N) =>
  createTranslator<Messages, N>({
    locale,
    messages: messages as Messages,
    namespace,
    timeZone: 'UTC',
    _cache: cache,
    _formatters: formatters,
    onError: (error) => {
      throw error
    },
  })

/** Made once for each catalogue and area: a page says hundreds of things, and a catalogue is of one language. */
const made = new WeakMap<Partial<Messages>, Map<Namespace | undefined, unknown>>()

/** What an area says in a language. Arguments are checked by their types; a message that fails all the same is a fault of ours. */
export function translator<const N extends Namespace = never>(
  locale: Locale,
  messages: Partial<Messages>,
  namespace?: N,
) {
  const known = made.get(messages) ?? new Map<Namespace | undefined, unknown>()
  made.set(messages, known)
  if (!known.has(namespace)) known.set(namespace, translate(locale, messages, namespace))
  return known.get(namespace) as ReturnType<typeof translate<N>>
}

/** Any message by its key, where the types of a key are known to whoever calls. */
export const inWords = (
  locale: Locale,
  messages: Partial<Messages>,
  key: MessageKey,
  values?: object,
): string => (translator(locale, messages) as (key: MessageKey, values?: object) => string)(key, values)
