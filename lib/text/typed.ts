import { z } from 'zod'
import { asks } from '@/lib/i18n/say'

/** Control characters and those that turn the direction of text (UAX #9): with them somebody would read something else than was written. */
export const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

export const oneLine = (text: string): string => text.replace(UNSAFE, ' ').replace(/ {2,}/g, ' ').trim()

/** The same of a text of several lines. */
export const manyLines = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(UNSAFE, (mark) => (mark === '\n' ? mark : ' '))
    .trim()

const atMost = (most: number) => z.string().max(most, asks('join.input.atMost', { n: String(most) }))

/** What somebody typed into a field that may stay empty. */
export const typedLine = (most: number) => z.string().default('').transform(oneLine).pipe(atMost(most))
export const typedLines = (most: number) => z.string().default('').transform(manyLines).pipe(atMost(most))

/** An address to write to, from anybody; lower case, so that one mailbox is one address. */
export const typedAddress = z
  .string(asks('account.input.emailMissing'))
  .trim()
  .max(254, asks('account.input.emailLong'))
  .pipe(z.email(asks('account.input.emailForm')))
  .transform((value) => value.toLowerCase())
