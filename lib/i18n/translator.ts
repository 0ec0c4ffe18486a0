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

/** What an area says in a language. Arguments are checked by their types; a message that fails all the same is a fault of ours. */
export const translator = <const N extends Namespace = never>(
  locale: Locale,
  messages: Partial<Messages>,
  namespace?: N,
) =>
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

/** Any message by its key, where the types of a key are known to whoever calls. */
export const inWords = (
  locale: Locale,
  messages: Partial<Messages>,
  key: MessageKey,
  values?: object,
): string => (translator(locale, messages) as (key: MessageKey, values?: object) => string)(key, values)
