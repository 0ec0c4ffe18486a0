import type { JudgedPassage } from '@/db/schema/flags'
import { formatSpan, isNamed, type Named, parseSpan } from './spans'

export type { JudgedPassage }

/** The same as a form sends it: who has not uncovered the text can only reject what has a name. */
export type SentJudged = JudgedPassage | ({ verdict: 'wrong' } & Named)

/**
 * What a passage that somebody adds can be called, by category; the types of what was found in the item beside them. Chosen, not
 * written: a word of one's own could say whose it is.
 */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  pii: [
    'name',
    'address',
    'email',
    'phone',
    'national-id',
    'account-number',
    'date-of-birth',
    'health',
    'location',
  ],
  secrets: ['password', 'key', 'token'],
  hate: ['slur', 'threat', 'insult'],
  copyright: ['copyright-notice', 'copied-text'],
  licence: ['licence-notice'],
}

/** For what nothing else fits. */
export const OTHER_TYPE = 'other'

export function passageTypes(category: string, found: Iterable<string>): string[] {
  return [...new Set([...(TYPES[category] ?? []), ...[...found].sort(), OTHER_TYPE])]
}

/** `wrong:<flag>:<span>`, `wrong:<name>`, `moved:<flag>:<start>-<end>:<span>` or `added:<type>:<span>`, as forms send it. */
export function formatJudged(judged: SentJudged): string {
  if (isNamed(judged)) return `wrong:${judged.name}`
  const span = formatSpan(judged)
  switch (judged.verdict) {
    case 'wrong':
      return `wrong:${judged.flagId}:${span}`
    case 'moved':
      return `moved:${judged.flagId}:${judged.to.start}-${judged.to.end}:${span}`
    case 'added':
      return `added:${judged.type}:${span}`
  }
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const WRONG = new RegExp(`^wrong:(${UUID}):(.+)$`, 's')
const MOVED = new RegExp(`^moved:(${UUID}):(\\d{1,10})-(\\d{1,10}):(.+)$`, 's')
const ADDED = /^added:([a-z0-9][a-z0-9_ -]{0,59}):(.+)$/is

const NAMED = /^wrong:([\w-]{16})$/

export function parseJudged(text: string): SentJudged | undefined {
  const [, name] = NAMED.exec(text) ?? []
  if (name !== undefined) return { verdict: 'wrong', name }
  const [, wrong, wrongSpan = ''] = WRONG.exec(text) ?? []
  const [, moved, start, end, movedSpan = ''] = MOVED.exec(text) ?? []
  const [, type, addedSpan = ''] = ADDED.exec(text) ?? []
  const span = parseSpan(wrongSpan || movedSpan || addedSpan)
  if (!span) return undefined
  if (wrong) return { verdict: 'wrong', flagId: wrong, ...span }
  if (moved)
    return { verdict: 'moved', flagId: moved, to: { start: Number(start), end: Number(end) }, ...span }
  return type ? { verdict: 'added', type, ...span } : undefined
}

/** What all of these say: a passage that one accepts is not wrong, and where it stands is disputed when two moved it differently. */
export function agreedOn(lists: readonly (readonly JudgedPassage[])[]): JudgedPassage[] {
  const [first = [], ...others] = lists
  const sets = others.map((list) => new Set(list.map(formatJudged)))
  return first.filter((judged) => sets.every((set) => set.has(formatJudged(judged))))
}
