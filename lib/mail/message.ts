import type { Locale } from '@/lib/i18n/locales'
import type { Voice } from '@/lib/i18n/say'

/** What a template makes. Plain text only: nothing to render, nothing to inject. */
export type MailText = {
  /** Ours, never a word from outside. */
  subject: string
  text: string
}

/** Writes a letter whole in one language: what it says comes from lib/i18n, and its dates are set as that language sets them. */
export type Template<Data> = { name: string; render: (data: Data, say: Voice, locale: Locale) => MailText }

const LINE = 72

/**
 * Words from outside as a quotation: without control and direction marks, wrapped, each line behind `> `, so that nothing
 * in them can be taken for ours.
 */
export function quoted(text: string, maxLength = 400): string {
  const clean = text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/gu, ' ').trim()
  const characters = [...clean]
  const shown = characters.length > maxLength ? `${characters.slice(0, maxLength).join('')} […]` : clean
  return wrap(shown, LINE - 2)
    .map((line) => `> ${line}`)
    .join('\n')
}

/** The same below a line of ours that says whose words they are; nothing where nobody wrote any. */
export const wrote = (
  heading: string,
  text: string | null | undefined,
  maxLength = 2_000,
): string | undefined => (text ? `${heading}\n${quoted(text, maxLength)}` : undefined)

/** Paragraphs of a mail, wrapped at 72 columns; a link stays on one line. Empty ones are left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  const texts = parts.filter((part) => part !== undefined && part !== '')
  return `${texts.map((part) => wrapLines(part ?? '')).join('\n\n')}\n`
}

const wrapLines = (text: string) =>
  text
    .split('\n')
    .flatMap((line) => (line.startsWith('> ') ? [line] : wrap(line, LINE)))
    .join('\n')

function wrap(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last === '') lines[lines.length - 1] = word
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
