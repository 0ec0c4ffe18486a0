import { type Misreading, QUOTE_LENGTH, type Reading, type Target, withoutBullet } from './parse-targets'

/** What a person asks to look for about themselves, one thing per line: exact words, whatever they look like. */
export function readIdentifiers(text: string): Reading {
  const targets = new Map<string, Target>()
  const misread: Misreading[] = []
  for (const [at, given] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    const value = withoutBullet(given.trim())
    if (value === '') continue
    const why =
      value.length < QUOTE_LENGTH.min ? 'too_short' : value.length > QUOTE_LENGTH.max ? 'too_long' : null
    if (why) misread.push({ field: 'identifiers', line: at + 1, text: value.slice(0, 200), why })
    else targets.set(value, { kind: 'quote', value })
  }
  return { targets: [...targets.values()], misread }
}
